package dev.crosstalk.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of text under way, none wider than {@link Table#LINE_MAX}. */
final class Page {
  static final int INDENT = 2;

  private static final int NAME_WIDTH = 10;

  private final Ink ink;
  private final List<String> lines = new ArrayList<>();

  Page(Ink ink) {
    this.ink = ink;
  }

  Page blank() {
    lines.add("");
    return this;
  }

  /** A paragraph, wrapped. */
  Page paragraph(String text, Tone tone) {
    Wrapping.of(Escapes.visible(text), Table.LINE_MAX)
        .forEach(line -> lines.add(ink.paint(line, tone)));
    return this;
  }

  /** One line, however long. */
  Page line(String text, Tone tone) {
    lines.add(ink.paint(Escapes.visible(text), tone));
    return this;
  }

  /** A name and what belongs to it, wrapped beside it. */
  Page field(String name, String text, Tone tone) {
    int width = Table.LINE_MAX - INDENT - NAME_WIDTH;
    boolean first = true;
    for (String line : Wrapping.of(Escapes.visible(text), width)) {
      String shown = first ? name : "";
      lines.add(
          " ".repeat(INDENT)
              + ink.paint(shown, Tone.FAINT)
              + " ".repeat(NAME_WIDTH - shown.length())
              + ink.paint(line, tone));
      first = false;
    }
    return this;
  }

  /** A name and something to be copied: escaped, never wrapped. */
  Page verbatim(String name, String text) {
    lines.add(
        " ".repeat(INDENT)
            + ink.paint(name, Tone.FAINT)
            + " ".repeat(NAME_WIDTH - name.length())
            + Escapes.visible(text));
    return this;
  }

  Page table(Table table) {
    return laidOut(table.lines(INDENT, ink));
  }

  /** Lines that are ready to print. */
  Page laidOut(List<String> ready) {
    lines.addAll(ready);
    return this;
  }

  Ink ink() {
    return ink;
  }

  /** All lines, each ended by LF. */
  String text() {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
