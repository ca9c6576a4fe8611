package dev.crosstalk.report;

/** One cell of a table: a line of printable ASCII, wrapped where its column is narrower. */
record Cell(String text, Tone tone) {
  static final Cell EMPTY = new Cell("", Tone.PLAIN);

  Cell {
    text = Escapes.visible(text);
  }

  static Cell of(String text) {
    return new Cell(text, Tone.PLAIN);
  }
}
