package dev.crosstalk.report;

import dev.crosstalk.bench.BenchReport;
import dev.crosstalk.bench.CaseRow;
import dev.crosstalk.bench.GrowthRow;
import dev.crosstalk.bench.RawLimit;
import dev.crosstalk.bench.ShrinkRow;
import dev.crosstalk.bench.Speed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a bench measured, as grids and as sentences. */
final class BenchGrids {

  static final String RATIOS = "x rate and x CPU are ratios to the raw connect of the same run:";

  static final String GROWTH =
      "us CPU of a case by the number of its calls, and of each call more up to there:";

  private BenchGrids() {}

  static Grid raw(RawLimit raw) {
    return new Grid(
        1,
        List.of("over TCP, without us", "per second", "us CPU each"),
        List.of(
            raw("connect, accept, close", raw.connect()),
            raw("64 bytes there and back", raw.roundTrip())));
  }

  private static List<String> raw(String what, Speed speed) {
    return List.of(what, number(speed.perSecond()), number(speed.cpuMicros()));
  }

  /** See {@link #RATIOS}; those hold on other machines, too. */
  static Grid cases(BenchReport report) {
    return new Grid(
        2,
        List.of("target", "world", "lanes", "cases/s", "us CPU/case", "x rate", "x CPU"),
        report.cases().stream().map(row -> row(row, report.raw().connect())).toList());
  }

  private static List<String> row(CaseRow row, Speed connect) {
    return List.of(
        row.target(),
        row.world(),
        String.valueOf(row.lanes()),
        number(row.speed().perSecond()),
        number(row.speed().cpuMicros()),
        ratio(row.speed().rateOver(connect)),
        ratio(row.speed().costOver(connect)));
  }

  /** See {@link #GROWTH}. */
  static Optional<Grid> growth(List<GrowthRow> rows) {
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    var titles = new ArrayList<>(List.of("target", "world"));
    List<GrowthRow.Point> points = rows.getFirst().points();
    points.forEach(point -> titles.add(point.calls() + " calls"));
    for (int i = 1; i < points.size(); i++) {
      titles.add("to " + points.get(i).calls());
    }
    return Optional.of(new Grid(2, titles, rows.stream().map(BenchGrids::row).toList()));
  }

  private static List<String> row(GrowthRow row) {
    var cells = new ArrayList<>(List.of(row.target(), row.world()));
    row.points().forEach(point -> cells.add(number(point.speed().cpuMicros())));
    for (int i = 1; i < row.points().size(); i++) {
      cells.add(number(row.cpuMicrosPerCall(i)));
    }
    return cells;
  }

  static String shrink(ShrinkRow row) {
    return "%s ms to shrink %d steps to %d on %s, %s: median of %d, %s"
        .formatted(
            number(row.millis()),
            row.stepsBefore(),
            row.stepsAfter(),
            row.target(),
            row.world(),
            row.times(),
            FindingScreen.counted(row.replays(), "replay"));
  }

  /** What makes a row less than it seems, if anything does. */
  static List<String> remarks(List<CaseRow> rows) {
    var remarks = new ArrayList<String>();
    for (CaseRow row : rows) {
      if (row.discarded() + row.violating() + row.lost() > 0 || row.timeoutsExtra() != 0) {
        remarks.add(remark(row));
      }
    }
    return remarks;
  }

  private static String remark(CaseRow row) {
    return "%s %s, %s: %s, violating %d, lost %d, discarded %d, timeouts too many %d"
        .formatted(
            row.target(),
            row.world(),
            FindingScreen.counted(row.lanes(), "lane"),
            FindingScreen.counted(row.cases(), "case"),
            row.violating(),
            row.lost(),
            row.discarded(),
            row.timeoutsExtra());
  }

  static String number(double number) {
    return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.1f" : "%.0f", number);
  }

  private static String ratio(double number) {
    return String.format(Locale.ROOT, number < 1 ? "%.3f" : number < 10 ? "%.2f" : "%.1f", number);
  }
}
