package dev.crosstalk.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Texts in rows and columns, to be shown on a terminal or written as Markdown.
 *
 * @param names how many of the columns, the first ones, hold names; the others hold numbers
 */
record Grid(int names, List<String> titles, List<List<String>> rows) {
  Grid {
    titles = List.copyOf(titles);
    rows = rows.stream().map(List::copyOf).toList();
  }

  Table table() {
    var columns = new ArrayList<Table.Column>();
    for (String title : titles) {
      columns.add(columns.size() < names ? Table.Column.name(title) : Table.Column.number(title));
    }
    var table = new Table(columns);
    rows.forEach(row -> table.add(row.stream().map(Cell::of).toList()));
    return table;
  }

  /** A table of GitHub Flavored Markdown; lines end with LF. */
  String markdown() {
    List<String> rules =
        IntStream.range(0, titles.size()).mapToObj(i -> i < names ? "---" : "---:").toList();
    return line(titles) + line(rules) + rows.stream().map(Grid::line).collect(Collectors.joining());
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
