package dev.crosstalk.report;

/** What a piece of text is to the reader. */
enum Tone {
  PLAIN(""),
  TITLE("1"),
  FAINT("2"),
  OUTCOME("36"),
  WRONG("1;31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  /** Parameters of the ANSI sequence "select graphic rendition" (ECMA-48, 8.3.117). */
  String code() {
    return code;
  }
}
