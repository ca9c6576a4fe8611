package dev.crosstalk.server;

import java.util.List;

/** Ranges of indexes as LRANGE and ZRANGE take them. */
final class Range {
  private Range() {}

  /** From one index to another, both included; negative ones count from the end, -1 the last. */
  static <T> List<T> of(List<T> list, long start, long stop) {
    long from = Math.max(0, start < 0 ? start + list.size() : start);
    long to = Math.min(list.size() - 1L, stop < 0 ? stop + list.size() : stop);
    return from > to ? List.of() : list.subList((int) from, (int) to + 1);
  }
}
