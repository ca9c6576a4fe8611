package dev.crosstalk.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through one line from left to right and takes it apart into words, quoted words and commas.
 * Blanks and tabs separate; a comma is always by itself unless quoted, which is why {@code , at
 * once} can never be taken for arguments.
 */
final class LineCursor {
  private static final String ESCAPES =
      "an escape is one of \\r \\n \\t \\\" \\\\ \\x00 to \\x7f and \\u0000 to \\uffff";

  private final Place place;
  private final String text;
  private int at;

  LineCursor(Place place, String text) {
    this.place = place;
    this.text = text;
  }

  Place place() {
    return place;
  }

  /** Goes past blanks; whether nothing follows them. */
  boolean atEnd() {
    while (at < text.length() && isBlank(text.charAt(at))) {
      at++;
    }
    return at == text.length();
  }

  /** What is left of the line, without blanks around it. */
  String rest() {
    if (atEnd()) {
      return "";
    }
    int end = text.length();
    while (isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(at, end);
  }

  /** Goes past {@code key=} and returns the key; the value follows without a blank between. */
  String key(String accepted) {
    int end = text.indexOf('=', at);
    String key = end < 0 ? rest() : text.substring(at, end);
    if (end < 0 || !key.matches("[a-z]+")) {
      throw place.wrong(WordText.shown(key) + " where a key and '=' belong", accepted);
    }
    at = end + 1;
    if (at == text.length() || isBlank(text.charAt(at))) {
      throw place.wrong("nothing follows '" + key + "='", accepted);
    }
    return key;
  }

  /** All that is left. */
  List<Token> tokens() {
    var tokens = new ArrayList<Token>();
    while (!atEnd()) {
      tokens.add(next());
    }
    return tokens;
  }

  /** The next word, quoted word or comma. Not to be asked at the end. */
  Token next() {
    return switch (text.charAt(at)) {
      case ',' -> {
        at++;
        yield new Token(Token.Kind.COMMA, ",");
      }
      case '"' -> quoted();
      case '#' ->
          throw place.wrong(
              "'#' inside a line",
              "a comment starts with its line, and a word that starts with '#' is quoted");
      default -> bare();
    };
  }

  private Token bare() {
    int start = at;
    while (at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != ',') {
      int codePoint = visible();
      if (codePoint == '"' || codePoint == '\\') {
        throw place.wrong(
            "'" + (char) codePoint + "' inside the word " + WordText.shown(text.substring(start)),
            "a word with a quote or a backslash is quoted as a whole");
      }
    }
    return new Token(Token.Kind.BARE, text.substring(start, at));
  }

  private Token quoted() {
    var content = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      int codePoint = visible();
      if (codePoint == '\\') {
        content.append(escaped());
      } else {
        content.appendCodePoint(codePoint);
      }
    }
    if (at == text.length()) {
      throw place.wrong("a quote is opened and not closed", "'\"' ends what '\"' begins");
    }
    at++;
    if (at < text.length() && !isBlank(text.charAt(at)) && text.charAt(at) != ',') {
      throw place.wrong(
          WordText.shown(text.substring(at)) + " right after a closing quote",
          "a blank, a comma or the line's end follows a quoted word");
    }
    return new Token(Token.Kind.QUOTED, content.toString());
  }

  private char escaped() {
    char kind = at < text.length() ? text.charAt(at++) : ' ';
    return switch (kind) {
      case 'r' -> '\r';
      case 'n' -> '\n';
      case 't' -> '\t';
      case '"', '\\' -> kind;
      case 'x' -> hex("x", 2, 0x7f);
      case 'u' -> hex("u", 4, 0xffff);
      default -> throw place.wrong("unknown escape " + WordText.shown("\\" + kind), ESCAPES);
    };
  }

  private char hex(String kind, int digits, int max) {
    String code = text.substring(at, Math.min(at + digits, text.length()));
    int value = code.matches("[0-9a-fA-F]{" + digits + "}") ? Integer.parseInt(code, 16) : -1;
    if (value < 0 || value > max) {
      throw place.wrong("unknown escape " + WordText.shown("\\" + kind + code), ESCAPES);
    }
    at += digits;
    return (char) value;
  }

  private int visible() {
    int codePoint = text.codePointAt(at);
    if (!WordText.isVisible(codePoint)) {
      throw invisible(place, codePoint);
    }
    at += Character.charCount(codePoint);
    return codePoint;
  }

  static ScenarioSyntaxException invisible(Place place, int codePoint) {
    return place.wrong(
        "the character U+%04X".formatted(codePoint),
        "a character that cannot be seen is written as an escape, inside quotes");
  }

  static boolean isBlank(char character) {
    return character == ' ' || character == '\t';
  }
}
