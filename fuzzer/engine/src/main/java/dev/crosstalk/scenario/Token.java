package dev.crosstalk.scenario;

/**
 * One word of a line, or one comma outside of quotes.
 *
 * @param text what it stands for: without its quotes, escapes resolved
 */
record Token(Kind kind, String text) {
  enum Kind {
    BARE,
    QUOTED,
    COMMA
  }

  /** Whether it is this very word, or comma, of the format itself; never so when quoted. */
  boolean is(String word) {
    return kind != Kind.QUOTED && text.equals(word);
  }

  boolean isNumber() {
    return kind == Kind.BARE && text.charAt(0) >= '0' && text.charAt(0) <= '9';
  }

  /** As error messages show it. */
  String shown() {
    return kind == Kind.QUOTED ? "the quoted " + WordText.shown(text) : WordText.shown(text);
  }
}
