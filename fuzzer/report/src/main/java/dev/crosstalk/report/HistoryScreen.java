package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.oracle.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One replay in full: its schedule, every call with what it got, every connection's bytes. */
public final class HistoryScreen {
  private static final int ROWS_MAX = 1_000;
  private static final int BYTES_MAX = 400;

  private HistoryScreen() {}

  /**
   * @param violations what the history violates, the telling one first; may be empty
   */
  public static String of(History history, List<Violation> violations, Ink ink) {
    Optional<Violation> telling = violations.stream().findFirst();
    var page = new Page(ink);
    page.paragraph(
        telling
            .map(violation -> FindingScreen.sentence(history.subject(), history, violation))
            .orElseGet(() -> holds(history)),
        Tone.TITLE);
    page.blank()
        .laidOut(
            Schedule.lines(
                history, telling.flatMap(Violation::call), ROWS_MAX, Page.INDENT, page.ink()))
        .blank();
    violations.forEach(
        violation ->
            FindingScreen.expectedAndObserved(
                page.field("broken", violation.invariant(), Tone.PLAIN), violation));
    if (!violations.isEmpty()) {
      page.blank();
    }
    page.table(calls(history)).blank().table(connections(history));
    history.strays().forEach(stray -> page.blank().field("stray", stray, Tone.WRONG));
    history.disturbances().forEach(what -> page.blank().field("disturbed", what, Tone.WRONG));
    return page.text();
  }

  private static String holds(History history) {
    return "%s (%s) breaks no invariant in this replay."
        .formatted(history.subject().title(), history.subject().name());
  }

  private static Table calls(History history) {
    var table =
        new Table(
            List.of(
                Table.Column.text("call"),
                Table.Column.text("executed"),
                Table.Column.wide("outcome")));
    for (CallHistory call : history.calls()) {
      table.add(
          List.of(
              Cell.of(Words.of(call)), Cell.of(executed(history, call)), Cell.of(outcomes(call))));
    }
    return table;
  }

  private static String executed(History history, CallHistory call) {
    List<String> on =
        history.executions().stream()
            .filter(execution -> execution.isOf(call.label()) && !execution.insideExec())
            .map(execution -> "#" + execution.connection())
            .toList();
    return on.isEmpty() ? "never" : "on " + String.join(", then ", on);
  }

  private static String outcomes(CallHistory call) {
    if (call.completions().isEmpty()) {
      return call.began() ? "still open" : "never began";
    }
    return call.completions().stream()
        .map(completion -> Words.of(completion.outcome()))
        .collect(Collectors.joining(", and then "));
  }

  private static Table connections(History history) {
    var table =
        new Table(
            List.of(
                Table.Column.text("connection"),
                Table.Column.number("step"),
                Table.Column.text("what happened on it")));
    var words = new WireCells(history, BYTES_MAX);
    for (ConnectionHistory connection : history.connections()) {
      String name = "#" + connection.id();
      for (WireCell cell : words.of(connection)) {
        var row = new ArrayList<Cell>();
        row.add(Cell.of(name));
        row.add(Cell.of(cell.step() == history.steps().size() - 1 ? "healing" : step(cell)));
        row.add(Cell.of(cell.text()));
        table.add(row);
        name = "";
      }
    }
    return table;
  }

  private static String step(WireCell cell) {
    return String.valueOf(cell.step() + 1);
  }
}
