package dev.crosstalk.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lays cells out in columns. Where they are too wide together, the widest columns give way and
 * their cells wrap.
 */
final class Table {
  static final int LINE_MAX = 100;

  private static final String GAP = "  ";
  private static final int COLUMN_MIN = 10;

  /**
   * One column.
   *
   * @param toTheRight as numbers stand
   * @param weight its part of the room where that is scarce
   */
  record Column(String title, boolean toTheRight, int weight) {
    static Column text(String title) {
      return new Column(title, false, 1);
    }

    static Column wide(String title) {
      return new Column(title, false, 2);
    }

    /** Gives way last: names are there to be copied. */
    static Column name(String title) {
      return new Column(title, false, 20);
    }

    static Column number(String title) {
      return new Column(title, true, 1);
    }
  }

  private final List<Column> columns;
  private final List<List<Cell>> rows = new ArrayList<>();

  Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
    rows.add(columns.stream().map(column -> new Cell(column.title(), Tone.TITLE)).toList());
  }

  /** Adds a row with a cell for each column. */
  void add(List<Cell> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(cells.size() + " cells, " + columns.size() + " columns");
    }
    rows.add(List.copyOf(cells));
  }

  /** Lines of at most {@link #LINE_MAX} printed characters, the indent among them. */
  List<String> lines(int indent, Ink ink) {
    int[] widths = widths(LINE_MAX - indent);
    var lines = new ArrayList<String>();
    for (List<Cell> row : rows) {
      List<List<String>> wrapped = new ArrayList<>();
      for (int i = 0; i < widths.length; i++) {
        wrapped.add(Wrapping.of(row.get(i).text(), widths[i]));
      }
      int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
      for (int at = 0; at < height; at++) {
        lines.add(" ".repeat(indent) + line(row, wrapped, at, widths, ink));
      }
    }
    return lines.stream().map(String::stripTrailing).toList();
  }

  private String line(List<Cell> row, List<List<String>> wrapped, int at, int[] widths, Ink ink) {
    var line = new StringBuilder();
    int blanks = 0;
    for (int i = 0; i < widths.length; i++) {
      String text = at < wrapped.get(i).size() ? wrapped.get(i).get(at) : "";
      int padding = widths[i] - text.length();
      boolean right = columns.get(i).toTheRight();
      if (!text.isEmpty()) {
        line.append(" ".repeat(blanks + (right ? padding : 0)));
        line.append(ink.paint(text, row.get(i).tone()));
        blanks = right ? 0 : padding;
      } else {
        blanks += widths[i];
      }
      blanks += GAP.length();
    }
    return line.toString();
  }

  private int[] widths(int max) {
    int[] widths = new int[columns.size()];
    for (List<Cell> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).text().length());
      }
    }
    int room = Math.max(max - GAP.length() * (widths.length - 1), COLUMN_MIN * widths.length);
    for (int over = Arrays.stream(widths).sum() - room; over > 0; over--) {
      widths[widest(widths)]--;
    }
    return widths;
  }

  /** The widest by its weight. */
  private int widest(int[] widths) {
    int widest = 0;
    for (int i = 1; i < widths.length; i++) {
      boolean wider =
          widths[i] * columns.get(widest).weight() >= widths[widest] * columns.get(i).weight();
      widest = wider ? i : widest;
    }
    return widest;
  }
}
