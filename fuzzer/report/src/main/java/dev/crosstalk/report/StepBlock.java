package dev.crosstalk.report;

import dev.crosstalk.history.StepHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of one step, while they fill. */
final class StepBlock {
  private static final int STEP_MAX = 80;

  private final List<String> lanes;
  private final List<List<Cell>> columns = new ArrayList<>();
  private final List<Long> wireNanos = new ArrayList<>();

  StepBlock(List<String> lanes) {
    this.lanes = lanes;
    for (int i = 0; i <= lanes.size(); i++) {
      columns.add(new ArrayList<>());
    }
  }

  /** What the scenario says, in the column of whoever does it. */
  void step(StepHistory step) {
    Optional<String> lane = Schedule.laneOf(step.text()).findFirst();
    if (lane.isPresent()) {
      column(lane.get()).add(title(step, step.text().substring(lane.get().length() + 1)));
    } else {
      columns.getLast().add(title(step, step.text()));
      wireNanos.add(step.fromNanos());
    }
  }

  private static Cell title(StepHistory step, String words) {
    String shown = Escapes.shortened(Escapes.visible(words), STEP_MAX);
    return new Cell(Schedule.withFate(shown, step), Tone.TITLE);
  }

  /** What happened on the wire; in the order of time. */
  void wire(String text, Tone tone, long atNanos) {
    columns.getLast().add(new Cell(text, tone));
    wireNanos.add(atNanos);
  }

  /** What happened to a call, beside the last thing on the wire before it. */
  void call(CallCell call) {
    List<Cell> column = column(call.lane());
    long before = wireNanos.stream().filter(at -> at <= call.atNanos()).count();
    while (column.size() < before - 1) {
      column.add(Cell.EMPTY);
    }
    column.add(new Cell(call.text(), call.tone()));
  }

  /** Whether there is nothing but what the step says. */
  boolean isBare() {
    return columns.stream().mapToInt(List::size).sum() <= 1;
  }

  /** The rows, the first one numbered. */
  List<List<Cell>> rows(String number) {
    int height = columns.stream().mapToInt(List::size).max().orElse(0);
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < height; i++) {
      int at = i;
      var row = new ArrayList<Cell>();
      row.add(new Cell(i == 0 ? number : "", Tone.FAINT));
      columns.forEach(column -> row.add(at < column.size() ? column.get(at) : Cell.EMPTY));
      rows.add(row);
    }
    return rows;
  }

  private List<Cell> column(String lane) {
    return columns.get(lanes.indexOf(lane));
  }
}
