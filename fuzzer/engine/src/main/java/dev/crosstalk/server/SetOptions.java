package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What follows key and value in <a href="https://redis.io/docs/latest/commands/set/">SET</a>.
 *
 * @param expiryMillis since 1970
 */
record SetOptions(
    boolean ifAbsent,
    boolean ifPresent,
    boolean get,
    boolean keepTtl,
    Optional<Long> expiryMillis) {
  private static final RespValue BAD_TIME =
      Replies.error("ERR invalid expire time in 'set' command");
  private static final long MILLIS_PER_SECOND = 1000;

  /** What they are while they are read: {@code time} is the text behind {@code unit}. */
  private static final class Read {
    private boolean ifAbsent;
    private boolean ifPresent;
    private boolean get;
    private boolean keepTtl;
    private Optional<String> unit = Optional.empty();
    private String time = "";

    /** How many words an option takes, the first of these; zero for none that is allowed here. */
    private int take(List<String> words) {
      String option = words.get(0).toUpperCase(Locale.ROOT);
      switch (option) {
        case "NX" -> {
          ifAbsent = !ifPresent;
          return ifPresent ? 0 : 1;
        }
        case "XX" -> {
          ifPresent = !ifAbsent;
          return ifAbsent ? 0 : 1;
        }
        case "GET" -> {
          get = true;
          return 1;
        }
        case "KEEPTTL" -> {
          keepTtl = unit.isEmpty();
          return keepTtl ? 1 : 0;
        }
        case "EX", "PX", "EXAT", "PXAT" -> {
          boolean allowed =
              !keepTtl && unit.filter(other -> !other.equals(option)).isEmpty() && words.size() > 1;
          unit = Optional.of(option);
          time = words.get(allowed ? 1 : 0);
          return allowed ? 2 : 0;
        }
        default -> {
          return 0;
        }
      }
    }
  }

  /**
   * Reads them.
   *
   * @throws RefusedException where they are none, or contradict each other
   */
  static SetOptions parse(List<String> words, long nowMillis) {
    var read = new Read();
    int next = 0;
    while (next < words.size()) {
      int taken = read.take(words.subList(next, words.size()));
      if (taken == 0) {
        throw new RefusedException(Replies.SYNTAX_ERROR);
      }
      next += taken;
    }
    Optional<Long> expiry = read.unit.map(unit -> expiry(unit, read.time, nowMillis));
    return new SetOptions(read.ifAbsent, read.ifPresent, read.get, read.keepTtl, expiry);
  }

  private static long expiry(String unit, String text, long nowMillis) {
    long time = Numbers.argument(text);
    boolean seconds = unit.startsWith("EX");
    if (time <= 0 || (seconds && time > Long.MAX_VALUE / MILLIS_PER_SECOND)) {
      throw new RefusedException(BAD_TIME);
    }
    long millis = seconds ? time * MILLIS_PER_SECOND : time;
    boolean relative = !unit.endsWith("AT");
    if (relative && millis > Long.MAX_VALUE - nowMillis) {
      throw new RefusedException(BAD_TIME);
    }
    return relative ? millis + nowMillis : millis;
  }
}
