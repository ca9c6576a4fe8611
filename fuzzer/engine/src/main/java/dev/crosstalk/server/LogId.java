package dev.crosstalk.server;

import java.util.Comparator;
import java.util.Optional;

/**
 * The id of a <a href="https://redis.io/docs/latest/develop/data-types/streams/">stream's</a>
 * entry, {@code millis-sequence}.
 */
record LogId(long millis, long sequence) implements Comparable<LogId> {
  private static final Comparator<LogId> ORDER =
      Comparator.comparingLong(LogId::millis).thenComparingLong(LogId::sequence);

  /**
   * Reads {@code millis-sequence} or {@code millis} alone; ids beyond 2^63 - 1, which Redis knows,
   * are not read.
   */
  static Optional<LogId> parse(String text, long sequenceIfNone) {
    int dash = text.indexOf('-', 1);
    var millis = Numbers.unsigned(dash < 0 ? text : text.substring(0, dash));
    var sequence =
        dash < 0 ? Optional.of(sequenceIfNone) : Numbers.unsigned(text.substring(dash + 1));
    return millis.isEmpty() || sequence.isEmpty()
        ? Optional.empty()
        : Optional.of(new LogId(millis.get(), sequence.get()));
  }

  @Override
  public int compareTo(LogId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
