package dev.crosstalk.resp;

import java.util.OptionalLong;

/** Reads 64-bit integers from lines; empty when the bytes are not such a number. */
final class Decimals {
  private Decimals() {}

  /** {@code [+|-]digits}, as RESP writes integers; leading zeros are legal. */
  static OptionalLong signed(ByteQueue line, int from, int to) {
    boolean negative = from < to && line.at(from) == '-';
    boolean marked = negative || (from < to && line.at(from) == '+');
    OptionalLong below = belowZero(line, marked ? from + 1 : from, to);
    if (negative || below.isEmpty()) {
      return below;
    }
    long value = below.getAsLong();
    return value == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(-value);
  }

  /** {@code digits}, as RESP writes lengths and counts. */
  static OptionalLong unsigned(ByteQueue line, int from, int to) {
    boolean digit = from < to && line.at(from) >= '0' && line.at(from) <= '9';
    return digit ? signed(line, from, to) : OptionalLong.empty();
  }

  /**
   * {@code [-]digits} without leading zeros or minus zero, as Redis reads the lengths in requests
   * (string2ll in util.c).
   */
  static OptionalLong canonical(ByteQueue line, int from, int to) {
    int first = from < to && line.at(from) == '-' ? from + 1 : from;
    boolean zeroFirst = first < to && line.at(first) == '0';
    boolean plusFirst = from < to && line.at(from) == '+';
    boolean odd = plusFirst || (zeroFirst && to - from > 1);
    return odd ? OptionalLong.empty() : signed(line, from, to);
  }

  // Counts down from zero, because Long.MIN_VALUE has no positive counterpart.
  private static OptionalLong belowZero(ByteQueue line, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = line.at(i) - '0';
      if (digit < 0 || digit > 9 || value < (Long.MIN_VALUE + digit) / 10) {
        return OptionalLong.empty();
      }
      value = value * 10 - digit;
    }
    return from < to ? OptionalLong.of(value) : OptionalLong.empty();
  }
}
