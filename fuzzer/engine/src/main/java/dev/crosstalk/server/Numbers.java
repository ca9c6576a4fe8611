package dev.crosstalk.server;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as Redis reads them from requests and values (string2ll and string2d in util.c). */
final class Numbers {
  private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,18}");
  private static final Pattern REAL =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

  private Numbers() {}

  /** A signed 64-bit integer in its one canonical form: no plus, no blanks, no leading zeros. */
  static Optional<Long> integer(String text) {
    if (!INTEGER.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Long.parseLong(text));
    } catch (NumberFormatException tooLong) {
      return Optional.empty();
    }
  }

  /** An integer from an argument. */
  static long argument(String text) {
    return integer(text).orElseThrow(() -> new RefusedException(Replies.NOT_AN_INTEGER));
  }

  static Optional<Long> unsigned(String text) {
    return integer(text).filter(number -> number >= 0);
  }

  /** A decimal number, or infinity; hexadecimal forms, which Redis takes too, are not read. */
  static Optional<Double> real(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf", "+inf", "infinity", "+infinity" -> Optional.of(Double.POSITIVE_INFINITY);
      case "-inf", "-infinity" -> Optional.of(Double.NEGATIVE_INFINITY);
      default ->
          REAL.matcher(text).matches() ? Optional.of(Double.parseDouble(text)) : Optional.empty();
    };
  }
}
