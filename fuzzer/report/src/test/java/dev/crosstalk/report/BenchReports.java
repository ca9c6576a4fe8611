package dev.crosstalk.report;

import dev.crosstalk.bench.BenchReport;
import dev.crosstalk.bench.CaseRow;
import dev.crosstalk.bench.GrowthRow;
import dev.crosstalk.bench.Machine;
import dev.crosstalk.bench.RawLimit;
import dev.crosstalk.bench.ShrinkRow;
import dev.crosstalk.bench.Speed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Benches with invented numbers. */
final class BenchReports {
  private static final Machine MACHINE =
      new Machine(
          "2026-11-21 19:07",
          2,
          "Sample CPU | 2.0GHz",
          24_576,
          6_144,
          "Linux 6.18",
          "Sample 25.0.3+9",
          List.of("-XX:+UseParallelGC", "-javaagent:./agent.jar"),
          "0.10 0.20 0.30",
          "1.90 1.10 0.70");
  private static final RawLimit RAW =
      new RawLimit(new Speed(20_123.4, 45.06), new Speed(54_321, 16));
  private static final CaseRow SIMULATED =
      new CaseRow("sample/raw", "simulated", 1, new Speed(30_185, 64.2), 450_000, 0, 0, 0, 0);
  private static final CaseRow JDK =
      new CaseRow(
          "sample/raw", "simulated, jdk-monitors", 3, new Speed(9_999, 200.5), 150_000, 0, 0, 7, 1);
  private static final CaseRow REAL =
      new CaseRow("sample/pool", "real", 1, new Speed(8.25, 1234.5), 41, 12, 3, 0, 0);
  private static final GrowthRow GROWTH =
      new GrowthRow(
          "sample/raw", "simulated", List.of(point(10, 50), point(100, 194), point(400, 704)));
  private static final ShrinkRow SHRINK =
      new ShrinkRow("canaries/late", "simulated", 20, 4, 57, 12.34, 15);

  private BenchReports() {}

  private static GrowthRow.Point point(int calls, double cpuMicros) {
    return new GrowthRow.Point(calls, new Speed(2e6 / cpuMicros, cpuMicros));
  }

  static BenchReport full() {
    return of(List.of(SIMULATED, JDK, REAL), List.of(GROWTH), Optional.of(SHRINK));
  }

  /** As after an interruption. */
  static BenchReport rawOnly() {
    return of(List.of(), List.of(), Optional.empty());
  }

  private static BenchReport of(
      List<CaseRow> cases, List<GrowthRow> growth, Optional<ShrinkRow> shrink) {
    return new BenchReport(
        MACHINE, 2, Duration.ofSeconds(60), Duration.ofSeconds(5), RAW, cases, growth, shrink);
  }
}
