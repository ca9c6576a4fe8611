package dev.crosstalk.resp;

import java.math.BigDecimal;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Doubles as RESP writes them (section "Doubles"): {@code inf}, {@code -inf}, {@code nan} or {@code
 * [+|-]digits[.digits][E|e[+|-]digits]}.
 */
public final class DoubleText {
  private static final Pattern FINITE =
      Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?([Ee][+-]?[0-9]+)?");
  private static final double WHOLE_MAX = 0x1p62;

  private DoubleText() {}

  /**
   * The shortest text that reads back as {@code value}, laid out as Redis does it (d2string in
   * util.c, emit_digits in fpconv_dtoa.c): whole numbers up to 2^62 in full; others plainly if that
   * takes few zeros, else with an exponent, such as {@code 1e+300} and {@code 1.5e-9}. Redis's own
   * digits (Grisu2) are not always the shortest; then the text differs and reads back the same.
   */
  static String of(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value < 0 ? "-inf" : "inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    if (value == Math.rint(value) && Math.abs(value) <= WHOLE_MAX) {
      return Long.toString((long) value);
    }
    return shortest(new BigDecimal(Double.toString(value)).stripTrailingZeros());
  }

  private static String shortest(BigDecimal value) {
    String digits = value.unscaledValue().abs().toString();
    int power = -value.scale();
    int exponent = power + digits.length() - 1;
    boolean wholePlain = power >= 0 && exponent < digits.length() + 7;
    boolean fractionPlain = power < 0 && (power > -7 || Math.abs(exponent) < 4);
    if (wholePlain || fractionPlain) {
      return value.toPlainString();
    }
    return (value.signum() < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + Math.abs(exponent);
  }

  /** Empty when {@code text} is not of the grammar; beyond a double's range gives infinity or 0. */
  public static OptionalDouble read(String text) {
    return switch (text) {
      case "inf" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
      case "-inf" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
      case "nan" -> OptionalDouble.of(Double.NaN);
      default ->
          FINITE.matcher(text).matches()
              ? OptionalDouble.of(Double.parseDouble(text))
              : OptionalDouble.empty();
    };
  }
}
