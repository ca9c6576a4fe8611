package dev.crosstalk.scenario;

/**
 * How a string is written so that it reads back the same: bare where it is a plain printable word,
 * else in double quotes with the escapes of C. {@link LineCursor} reads it.
 */
final class WordText {
  private static final int SHOWN_MAX = 60;

  private WordText() {}

  /** The string as a word of a line: bare if it can be, else quoted. */
  static String of(String text) {
    return isPlain(text) ? text : quoted(text);
  }

  /** The string as the rest of a header line: as it is if it can be, else quoted. */
  static String ofHeader(String text) {
    return isPlainHeader(text) ? text : quoted(text);
  }

  /** For error messages: between single quotes, invisible characters escaped, shortened. */
  static String shown(String text) {
    var shown = new StringBuilder("'");
    text.codePoints().limit(SHOWN_MAX).forEach(c -> append(shown, c, '\''));
    return shown + (text.codePointCount(0, text.length()) > SHOWN_MAX ? "...'" : "'");
  }

  static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c, '"'));
    return quoted.append('"').toString();
  }

  /**
   * Whether a character stands for itself in a file. Those that a reader of the file does not see
   * (controls, formats such as direction marks, foreign blanks) or that UTF-8 does not have
   * (surrogates without their partner) are escaped. The blank is visible in this sense.
   */
  static boolean isVisible(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint >= ' ';
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }

  private static boolean isPlain(String text) {
    if (text.isEmpty() || text.charAt(0) == '#') {
      return false;
    }
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c == ' ' || c == '"' || c == '\\' || c == ',' || !isVisible(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPlainHeader(String text) {
    return !text.isEmpty()
        && text.charAt(0) != '"'
        && text.charAt(0) != ' '
        && !text.endsWith(" ")
        && text.codePoints().allMatch(WordText::isVisible);
  }

  private static void append(StringBuilder out, int codePoint, char quote) {
    switch (codePoint) {
      case '\r' -> out.append("\\r");
      case '\n' -> out.append("\\n");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (codePoint == quote) {
          out.append('\\').append(quote);
        } else if (isVisible(codePoint)) {
          out.appendCodePoint(codePoint);
        } else {
          appendEscaped(out, codePoint);
        }
      }
    }
  }

  private static void appendEscaped(StringBuilder out, int codePoint) {
    if (codePoint < 0x80) {
      out.append("\\x%02x".formatted(codePoint));
      return;
    }
    for (char unit : Character.toChars(codePoint)) {
      out.append("\\u%04x".formatted((int) unit));
    }
  }
}
