package dev.crosstalk.server;

import dev.crosstalk.resp.KeyMark;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Values that name the request they answer: key, database, user and the number of the execution.
 * Nothing is stored, so every key exists in every type; what a correct Redis could have said, since
 * other clients may have written anything at any time. A {@link KeyMark} asks for other forms.
 */
public final class IdentitySource implements ValueSource {
  private static final long FIRST_NUMBER = 1_000_000;

  /** Not whole, so that a score is told from a number. */
  private static final double FRACTION = 0.5;

  /** {@code k1@0:default#7}. */
  public static String identity(Origin origin, String what) {
    return what + "@" + origin.database() + ":" + origin.user() + "#" + origin.serial();
  }

  @Override
  public <T extends Datum> Optional<T> find(Origin origin, String key, Class<T> type) {
    return KeyMark.NIL.marks(key) ? Optional.empty() : Optional.of(made(origin, key, type));
  }

  /** A string: the type that every key is said to have. */
  @Override
  public Optional<Datum> find(Origin origin, String key) {
    return find(origin, key, Datum.Text.class).map(text -> text);
  }

  @Override
  public void put(Origin origin, String key, Datum datum) {
    // Identities are made, not stored.
  }

  @Override
  public void remove(Origin origin, String key) {
    // Somebody else has put it there again.
  }

  @Override
  public Optional<Long> expiry(Origin origin, String key) {
    return Optional.of(number(origin, 0));
  }

  @Override
  public void expire(Origin origin, String key, Optional<Long> atMillis) {
    // Nothing is stored that could.
  }

  @Override
  public long nowMillis() {
    return 0;
  }

  @Override
  public Optional<String> fieldAt(Origin origin, String key, String field) {
    return KeyMark.NIL.marks(key) || KeyMark.NIL.marks(field)
        ? Optional.empty()
        : Optional.of(text(origin, key, key + "." + field));
  }

  @Override
  public Optional<Double> scoreAt(Origin origin, String key, String member) {
    return KeyMark.NIL.marks(key) || KeyMark.NIL.marks(member)
        ? Optional.empty()
        : Optional.of(score(origin, 0));
  }

  @Override
  public long number(Origin origin, long counted) {
    return FIRST_NUMBER + origin.serial();
  }

  @Override
  public double score(Origin origin, double truth) {
    return number(origin, 0) + FRACTION;
  }

  @Override
  public long integerAt(Origin origin, String key) {
    return number(origin, 0) - 1;
  }

  private static <T extends Datum> T made(Origin origin, String key, Class<T> type) {
    if (type == Datum.Text.class) {
      return type.cast(new Datum.Text(text(origin, key, key)));
    }
    if (type == Datum.Items.class) {
      return type.cast(new Datum.Items(items(origin, key)));
    }
    if (type == Datum.Fields.class) {
      return type.cast(new Datum.Fields(fields(origin, key)));
    }
    if (type == Datum.Members.class) {
      return type.cast(new Datum.Members(new LinkedHashSet<>(items(origin, key))));
    }
    if (type == Datum.Scores.class) {
      return type.cast(new Datum.Scores(scores(origin, key)));
    }
    return type.cast(new Datum.Log(log(origin, key)));
  }

  private static String text(Origin origin, String key, String what) {
    String identity = identity(origin, what);
    if (KeyMark.EMPTY.marks(key)) {
      return "";
    }
    if (KeyMark.BIG.marks(key)) {
      return (identity + " ")
          .repeat(KeyMark.BIG_BYTES / (identity.length() + 1) + 1)
          .substring(0, KeyMark.BIG_BYTES);
    }
    return KeyMark.CRLF.marks(key) ? lookalike(identity) : identity;
  }

  /** One of several texts at a key. */
  private static String part(Origin origin, String key, String what, int index) {
    String identity = identity(origin, what) + UserCode.carriedAt(key, index + 1);
    if (KeyMark.EMPTY.marks(key) && index > 0) {
      return "";
    }
    return KeyMark.CRLF.marks(key) ? lookalike(identity) : identity;
  }

  private static String lookalike(String identity) {
    return KeyMark.LOOKALIKES + identity + KeyMark.LOOKALIKES;
  }

  private static int elements(String key, int usual) {
    return KeyMark.BIG.marks(key) ? KeyMark.BIG_ELEMENTS : usual;
  }

  private static List<String> items(Origin origin, String key) {
    var items = new ArrayList<String>();
    for (int i = 0; i < elements(key, 3); i++) {
      items.add(part(origin, key, key + "[" + i + "]", i));
    }
    return items;
  }

  private static Map<String, String> fields(Origin origin, String key) {
    var fields = new LinkedHashMap<String, String>();
    for (int i = 0; i < elements(key, 2); i++) {
      String name = "f" + (i + 1);
      fields.put(name, part(origin, key, key + "." + name, i));
    }
    return fields;
  }

  private static Map<String, Double> scores(Origin origin, String key) {
    var scores = new LinkedHashMap<String, Double>();
    List<String> members = items(origin, key);
    for (int i = 0; i < members.size(); i++) {
      scores.put(members.get(i), FIRST_NUMBER + origin.serial() + i * FRACTION);
    }
    return scores;
  }

  private static List<Datum.LogEntry> log(Origin origin, String key) {
    var entries = new ArrayList<Datum.LogEntry>();
    for (int i = 0; i < elements(key, 2); i++) {
      var id = new LogId(FIRST_NUMBER + origin.serial(), i);
      String value = part(origin, key, key + "[" + i + "]", i);
      entries.add(new Datum.LogEntry(id, List.of("f1", value)));
    }
    return entries;
  }
}
