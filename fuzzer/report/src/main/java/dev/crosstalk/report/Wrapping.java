package dev.crosstalk.report;

import java.util.ArrayList;
import java.util.List;

/** Breaks lines at blanks, and words that are longer than a line wherever it ends. */
final class Wrapping {
  private static final String INDENT = "  ";

  private Wrapping() {}

  /** The text in lines of at most {@code width} characters, all but the first one indented. */
  static List<String> of(String text, int width) {
    var lines = new ArrayList<String>();
    String rest = text;
    while (rest.length() > width) {
      int at = rest.lastIndexOf(' ', width);
      boolean atBlank = at > indentOf(rest);
      if (!atBlank) {
        at = width;
      }
      lines.add(rest.substring(0, at).stripTrailing());
      String indent = width > 2 * INDENT.length() ? INDENT : "";
      rest = indent + (atBlank ? rest.substring(at).stripLeading() : rest.substring(at));
    }
    lines.add(rest);
    return lines;
  }

  private static int indentOf(String line) {
    return line.length() - line.stripLeading().length();
  }
}
