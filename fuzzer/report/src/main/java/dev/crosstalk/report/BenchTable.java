package dev.crosstalk.report;

import dev.crosstalk.bench.BenchReport;

/** What a bench measured, for a terminal. */
public final class BenchTable {

  private BenchTable() {}

  /** The machine's own limit, a line for each row, how cost grows, and how long shrinking takes. */
  public static String of(BenchReport report, Ink ink) {
    var page = new Page(ink).table(BenchGrids.raw(report.raw()).table());
    if (!report.cases().isEmpty()) {
      page.blank()
          .paragraph("  " + BenchGrids.RATIOS, Tone.PLAIN)
          .table(BenchGrids.cases(report).table());
    }
    BenchGrids.growth(report.growth())
        .ifPresent(
            grid ->
                page.blank().paragraph("  " + BenchGrids.GROWTH, Tone.PLAIN).table(grid.table()));
    report
        .shrink()
        .ifPresent(row -> page.blank().paragraph("  " + BenchGrids.shrink(row), Tone.PLAIN));
    if (!BenchGrids.remarks(report.cases()).isEmpty()) {
      page.blank();
    }
    BenchGrids.remarks(report.cases()).forEach(remark -> page.paragraph("  " + remark, Tone.WRONG));
    return page.text();
  }
}
