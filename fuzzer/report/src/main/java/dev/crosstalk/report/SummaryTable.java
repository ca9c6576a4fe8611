package dev.crosstalk.report;

import dev.crosstalk.campaign.Progress;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What a campaign did, target by target. */
public final class SummaryTable {

  private SummaryTable() {}

  /** A line for each target, and their sum when there are several. */
  public static String of(List<Progress> targets, Ink ink) {
    var table =
        new Table(
            List.of(
                Table.Column.name("target"),
                Table.Column.name("world"),
                Table.Column.number("cases"),
                Table.Column.number("cases/s"),
                Table.Column.number("timeouts"),
                Table.Column.number("discarded"),
                Table.Column.number("violating"),
                Table.Column.number("findings")));
    for (Progress target : targets) {
      table.add(
          row(
              target.target(),
              target.world().map(WorldKind::label).orElse("-"),
              target.cases(),
              rate(target.rate()),
              target.timeouts(),
              target.discarded(),
              target.violating(),
              target.findings()));
    }
    if (targets.size() > 1) {
      table.add(total(targets));
    }
    return new Page(ink).table(table).text();
  }

  private static List<Cell> total(List<Progress> targets) {
    double seconds = sum(targets, target -> target.elapsed().toNanos()) / 1e9;
    long cases = sum(targets, Progress::cases);
    return row(
        "all " + targets.size(),
        "",
        cases,
        rate(seconds <= 0 ? 0 : cases / seconds),
        sum(targets, Progress::timeouts),
        sum(targets, Progress::discarded),
        sum(targets, Progress::violating),
        sum(targets, Progress::findings));
  }

  private static List<Cell> row(
      String target,
      String world,
      long cases,
      String rate,
      long timeouts,
      long discarded,
      long violating,
      long findings) {
    return List.of(
        Cell.of(target),
        Cell.of(world),
        number(cases),
        Cell.of(rate),
        number(timeouts),
        number(discarded),
        number(violating),
        new Cell(String.valueOf(findings), findings > 0 ? Tone.WRONG : Tone.PLAIN));
  }

  private static Cell number(long number) {
    return Cell.of(String.valueOf(number));
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, perSecond < 10 ? "%.1f" : "%.0f", perSecond);
  }

  private static long sum(List<Progress> targets, ToLongFunction<Progress> what) {
    return targets.stream().mapToLong(what).sum();
  }
}
