package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where our server may answer other than a Redis does, and why. What {@link #covers} nothing is
 * kept out of conversations.
 */
enum DeclaredDifference {
  GREETING(
      "`HELLO`: the version and the connection's number",
      "We declare one version whatever Redis is beside us, and number connections from 1 in each"
          + " case, so that a replay is the same.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return is(words, "HELLO") && greeting(ours).equals(greeting(theirs));
    }
  },
  CLIENT_ID("`CLIENT ID`: the number", "Connections are numbered from 1 in each case.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return is(words, "CLIENT", "ID")
          && ours instanceof RespValue.Int
          && theirs instanceof RespValue.Int;
    }
  },
  INFO("`INFO`: the text", "It says only what drivers ask for, in any section.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return is(words, "INFO") && ours.getClass() == theirs.getClass();
    }
  },
  COMMANDS(
      "`COMMAND`: the number of commands, their columns from the flags on, their documentation",
      "The server knows some of Redis's commands. Of those it tells name, arity and places of keys"
          + " as Redis does.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return (is(words, "COMMAND", "COUNT") && ours.getClass() == theirs.getClass())
          || (is(words, "COMMAND", "DOCS") && ours.getClass() == theirs.getClass())
          || (is(words, "COMMAND", "INFO") && rows(ours).equals(rows(theirs)));
    }
  },
  ORDER_OF_SETS(
      "`SMEMBERS`: the order",
      "Redis tells the members of a set in an order that it draws itself.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return is(words, "SMEMBERS")
          && ours.getClass() == theirs.getClass()
          && elements(ours).size() == elements(theirs).size()
          && new HashSet<>(elements(ours)).equals(new HashSet<>(elements(theirs)));
    }
  },
  DIGITS(
      "Doubles: how many digits",
      "Redis 7.0 writes 17 of them, later ones the fewest that read back the same, as we do.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return Doubles.same(ours, theirs);
    }
  },
  UNKNOWN_SCRIPTS(
      "`EVAL`, `SCRIPT LOAD`: the error to a script that is not among ours",
      "There is no Lua in the server; it knows some scripts by their text.") {
    @Override
    boolean covers(List<String> words, RespValue ours, RespValue theirs) {
      return (is(words, "EVAL") || is(words, "SCRIPT", "LOAD"))
          && ours instanceof RespValue.SimpleError(String own)
          && theirs instanceof RespValue.SimpleError(String other)
          && own.startsWith("ERR Error compiling script")
          && other.startsWith("ERR Error compiling script");
    }
  },
  SELF_PUBLISHED(
      "`PUBLISH` to a channel of its own connection: whether the message comes before the reply",
      "Before 7.2 it does; we answer as the version that we declare. The bytes of both are"
          + " compared."),
  ORDER_OF_SUBSCRIPTIONS(
      "`UNSUBSCRIBE`, `PUNSUBSCRIBE` of all, and a message for several patterns: the order",
      "Redis goes by its hash table, we by the order of subscription; conversations have one at"
          + " most."),
  SUBSCRIBING_IN_TRANSACTIONS(
      "Not asked: `SUBSCRIBE` and others inside a transaction",
      "A Redis confirms them inside the reply to `EXEC`, which then has more elements than it says;"
          + " we refuse them."),
  SHARDED_CHANNELS(
      "Not asked: `SSUBSCRIBE` and sharded channels, `PUBSUB`",
      "They are a cluster's, or bring no type of reply that is not there without them."),
  ALL_COMMANDS(
      "Not asked: `COMMAND` and `COMMAND INFO` of all commands", "Redis knows some hundreds more."),
  FEWER_ARGUMENTS(
      "Not asked: a script with fewer arguments than it tells, or with other numbers than decimal"
          + " ones",
      "What Lua makes of them is nothing that a caller wants to see."),
  OPTIONS(
      "Not asked: options of `ZADD`, `ZRANGE` but `REV` and `WITHSCORES`, of `XADD`,"
          + " `CLIENT TRACKING`; `XADD` with `*`",
      "They bring no type of reply that is not there without them."),
  TIME(
      "Not asked: what depends on the clock, as `EXPIRETIME` after `SET` with `EX`",
      "The store's clock stands still."),
  NOTHING_TO_POP(
      "Not asked: `BLPOP`, `BRPOP` where there is nothing to pop",
      "How long they wait is for the gate to say; the server has no clock."),
  TRACKED(
      "Not asked: writes of a connection that tracks",
      "Pushes come by a step of a scenario, never by themselves."),
  SINCE_7_2(
      "Not asked of a Redis before 7.2: `CLIENT SETINFO`, `CLIENT NO-TOUCH`, and a `HELLO` that"
          + " sets a name and is refused for what follows",
      "It does not know the two, and keeps the name; we answer as the version that we declare."),
  OTHER_BYTES(
      "Not asked: words that are not UTF-8, or that an error quotes up to within a character;"
          + " `POST` and `Host:`",
      "Words are text to us; to HTTP a Redis closes without an answer."),
  LONG_LINES(
      "Not asked: lines longer than 64 KiB, more than 1,048,576 words",
      "What Redis says hangs on the sizes of its reads; more words nobody sends.");

  private final String what;
  private final String why;

  DeclaredDifference(String what, String why) {
    this.what = what;
    this.why = why;
  }

  String what() {
    return what;
  }

  String why() {
    return why;
  }

  /** Whether the two replies to these words may differ as they do. */
  boolean covers(List<String> words, RespValue ours, RespValue theirs) {
    return false;
  }

  static Optional<DeclaredDifference> between(
      List<String> words, RespValue ours, RespValue theirs) {
    for (DeclaredDifference difference : values()) {
      if (difference.covers(words, ours, theirs)) {
        return Optional.of(difference);
      }
    }
    return Optional.empty();
  }

  private static boolean is(List<String> words, String... wanted) {
    for (int i = 0; i < wanted.length; i++) {
      if (i >= words.size() || !words.get(i).toUpperCase(Locale.ROOT).equals(wanted[i])) {
        return false;
      }
    }
    return true;
  }

  static List<RespValue> elements(RespValue value) {
    return switch (value) {
      case RespValue.Array(List<RespValue> elements) -> elements;
      case RespValue.SetValue(List<RespValue> elements) -> elements;
      case RespValue.MapValue(List<RespValue.Entry> entries) ->
          entries.stream().flatMap(e -> List.of(e.key(), e.value()).stream()).toList();
      default -> List.of(value);
    };
  }

  /** Without version and number. */
  private static List<RespValue> greeting(RespValue value) {
    var kept = new ArrayList<>(elements(value));
    if (kept.size() == 14) {
      kept.set(3, Replies.OK);
      kept.set(7, Replies.OK);
      kept.add(value instanceof RespValue.MapValue ? Replies.OK : Replies.QUEUED);
    }
    return kept;
  }

  /** Name, arity, first and last key and step of each command. */
  private static List<List<RespValue>> rows(RespValue value) {
    var rows = new ArrayList<List<RespValue>>();
    for (RespValue row : elements(value)) {
      List<RespValue> columns = elements(row);
      rows.add(
          columns.size() < 6
              ? List.of()
              : List.of(
                  columns.get(0), columns.get(1), columns.get(3), columns.get(4), columns.get(5)));
    }
    return rows;
  }
}
