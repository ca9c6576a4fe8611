package dev.crosstalk.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a key holds, of one of Redis's types. Orders are those in which a Redis tells them, except
 * of sorted sets, which whoever reads them sorts.
 */
public sealed interface Datum {

  /** A string. */
  record Text(String text) implements Datum {}

  /** A list, from its head. */
  record Items(List<String> items) implements Datum {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A hash, in the order in which its fields came. */
  record Fields(Map<String, String> fields) implements Datum {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** A set; a Redis tells its members in any order. */
  record Members(Set<String> members) implements Datum {
    public Members {
      members = Collections.unmodifiableSet(new LinkedHashSet<>(members));
    }
  }

  /** A sorted set: the score of each member. */
  record Scores(Map<String, Double> scores) implements Datum {
    public Scores {
      scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }
  }

  /** A stream, by the order of its entries. */
  record Log(List<LogEntry> entries) implements Datum {
    public Log {
      entries = List.copyOf(entries);
    }
  }

  /** One entry of a stream: its number, and names and values in turn. */
  record LogEntry(LogId id, List<String> pairs) {
    public LogEntry {
      pairs = List.copyOf(pairs);
    }
  }

  /** The name that TYPE tells. */
  default String typeName() {
    return switch (this) {
      case Text text -> "string";
      case Items items -> "list";
      case Fields fields -> "hash";
      case Members members -> "set";
      case Scores scores -> "zset";
      case Log log -> "stream";
    };
  }

  /** Whether a Redis drops the key: it keeps no empty aggregate but a stream. */
  default boolean vanishes() {
    return switch (this) {
      case Text text -> false;
      case Items(List<String> items) -> items.isEmpty();
      case Fields(Map<String, String> fields) -> fields.isEmpty();
      case Members(Set<String> members) -> members.isEmpty();
      case Scores(Map<String, Double> scores) -> scores.isEmpty();
      case Log log -> false;
    };
  }

  /** The members of a sorted set with their scores, lowest first, equal ones by their bytes. */
  static List<Map.Entry<String, Double>> ranked(Map<String, Double> scores) {
    var ranked = new ArrayList<>(scores.entrySet());
    ranked.sort(
        Map.Entry.<String, Double>comparingByValue()
            .thenComparing(Map.Entry::getKey, ByteOrder.OF_TEXT));
    return ranked;
  }
}
