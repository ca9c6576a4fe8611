package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A history as a table: a block of rows for each step, a column for each lane and one for the wire.
 * Where things of one step stand in one row, the wire came first.
 */
final class Schedule {
  private static final String HEALING = "healing: what is owed is sent, lanes probe";
  private static final String WIRE = "wire (#connection: > request, < reply)";
  private static final int BYTES_MAX = 40;

  private final History history;
  private final Healed healed;
  private final List<WireCell> wire;
  private final List<CallCell> calls;
  private final List<String> lanes;
  private final List<List<Cell>> rows = new ArrayList<>();

  private Schedule(History history, Optional<String> telling) {
    this.history = history;
    this.wire = new WireCells(history, BYTES_MAX).all();
    this.calls = CallCells.all(history, telling);
    this.healed = new Healed(history, telling);
    var seen = new TreeSet<String>();
    history.calls().stream()
        .filter(call -> !call.probe() || telling.equals(Optional.of(call.label())))
        .map(CallHistory::lane)
        .forEach(seen::add);
    history.steps().stream().map(StepHistory::text).flatMap(Schedule::laneOf).forEach(seen::add);
    this.lanes = List.copyOf(seen);
  }

  /**
   * The lines of the table.
   *
   * @param telling label of the call that shows the violation, to be marked
   * @param rowsMax how many rows at most; those around the marked one stay
   */
  static List<String> lines(
      History history, Optional<String> telling, int rowsMax, int indent, Ink ink) {
    var schedule = new Schedule(history, telling);
    history.steps().forEach(schedule::add);
    return schedule.table(rowsMax).lines(indent, ink);
  }

  private Table table(int rowsMax) {
    var columns = new ArrayList<>(List.of(Table.Column.number("step")));
    lanes.forEach(lane -> columns.add(Table.Column.text("lane " + lane)));
    columns.add(Table.Column.wide(WIRE));
    var table = new Table(columns);
    int from = Math.clamp(markedRow() - (rowsMax - 5), 0, Math.max(0, rows.size() - rowsMax));
    int to = Math.min(rows.size(), from + rowsMax);
    if (from > 0) {
      table.add(leftOut(from + " rows before"));
    }
    rows.subList(from, to).forEach(table::add);
    if (to < rows.size()) {
      table.add(leftOut((rows.size() - to) + " rows after"));
    }
    return table;
  }

  private int markedRow() {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).stream().anyMatch(cell -> cell.tone() == Tone.WRONG)) {
        return i;
      }
    }
    return rows.size() - 1;
  }

  private List<Cell> leftOut(String what) {
    var row = new ArrayList<>(Collections.nCopies(lanes.size() + 1, Cell.EMPTY));
    row.add(new Cell("(" + what + ")", Tone.FAINT));
    return row;
  }

  private void add(StepHistory step) {
    boolean healing = step.index() == history.steps().size() - 1 && step.text().equals("healing");
    var block = new StepBlock(lanes);
    if (healing) {
      block.wire(HEALING, Tone.TITLE, step.fromNanos());
    } else {
      block.step(step);
    }
    wire.stream()
        .filter(cell -> cell.step() == step.index() && !cell.housekeeping())
        .filter(cell -> !healing || healed.shows(cell))
        .forEach(
            cell ->
                block.wire(
                    "#" + cell.connection() + " " + cell.text(), Tone.PLAIN, cell.atNanos()));
    calls.stream()
        .filter(cell -> cell.step() == step.index())
        .filter(cell -> !healing || healed.shows(cell))
        .forEach(block::call);
    List<List<Cell>> shown = block.rows(healing ? "" : String.valueOf(step.index() + 1));
    if (!healing || !block.isBare()) {
      rows.addAll(shown);
    }
  }

  /** The lane of a step by its text; none for the clock's, the server's and healing. */
  static Stream<String> laneOf(String text) {
    return text.matches("(?s)[A-Z] .*") ? Stream.of(text.substring(0, 1)) : Stream.empty();
  }

  /** {@code hold the reply to A1 (nothing: no such call)}. */
  static String withFate(String words, StepHistory step) {
    String note = step.note().isEmpty() ? "" : ": " + step.note();
    return switch (step.fate()) {
      case Fate.DONE -> words;
      case Fate.NOTHING -> words + " (did nothing" + note + ")";
      case Fate.UNSETTLED -> words + " (did not settle" + note + ")";
    };
  }
}
