package dev.crosstalk.reference.resp;

import java.math.BigInteger;

/** The values that fit a line, read strictly. */
public final class Scalars {

  private Scalars() {}

  static long number(String line) {
    try {
      return Long.parseLong(line);
    } catch (NumberFormatException notOne) {
      throw new GarbledReplyException("'" + line + "' is not a 64-bit number");
    }
  }

  static BigInteger big(String line) {
    try {
      return new BigInteger(line);
    } catch (NumberFormatException notOne) {
      throw new GarbledReplyException("'" + line + "' is not a big number");
    }
  }

  static Reply nil(String line) {
    if (!line.isEmpty()) {
      throw new GarbledReplyException("a null with '" + line + "' in it");
    }
    return new Reply.Nil();
  }

  static Reply flag(String line) {
    return switch (line) {
      case "t" -> new Reply.Flag(true);
      case "f" -> new Reply.Flag(false);
      default -> throw new GarbledReplyException("'" + line + "' is not a boolean");
    };
  }

  /**
   * A double as the server writes it, in RESP2, too.
   *
   * @throws GarbledReplyException when it is none
   */
  public static double real(String line) {
    return switch (line) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      case "nan", "-nan" -> Double.NaN;
      default -> finite(line);
    };
  }

  private static double finite(String line) {
    if (!line.matches("[+-]?[0-9]+(\\.[0-9]*)?([eE][+-]?[0-9]+)?")) {
      throw new GarbledReplyException("'" + line + "' is not a double");
    }
    return Double.parseDouble(line);
  }

  /** A verbatim string: three letters of format, a colon, the text. */
  static Reply verbatim(String body) {
    if (body.length() < 4 || body.charAt(3) != ':') {
      throw new GarbledReplyException("a verbatim string without a format");
    }
    return new Reply.Bulk(body.substring(4));
  }
}
