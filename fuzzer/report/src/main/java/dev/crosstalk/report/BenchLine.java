package dev.crosstalk.report;

import dev.crosstalk.bench.CaseRow;
import dev.crosstalk.bench.GrowthRow;
import dev.crosstalk.bench.RawLimit;
import dev.crosstalk.bench.ShrinkRow;
import dev.crosstalk.bench.Speed;

/** A row of a bench in one line, for those who watch. */
public final class BenchLine {

  private BenchLine() {}

  public static String of(RawLimit raw) {
    return "raw TCP: connects "
        + speed(raw.connect())
        + "; 64 bytes there and back "
        + speed(raw.roundTrip());
  }

  public static String of(CaseRow row) {
    return row.target()
        + " "
        + row.world()
        + ", "
        + FindingScreen.counted(row.lanes(), "lane")
        + ": cases "
        + speed(row.speed());
  }

  public static String of(GrowthRow row) {
    return row.target()
        + " "
        + row.world()
        + ", growth: "
        + BenchGrids.number(row.cpuMicrosPerCall(row.points().size() - 1))
        + " us CPU for each call more";
  }

  public static String of(ShrinkRow row) {
    return BenchGrids.shrink(row);
  }

  private static String speed(Speed speed) {
    return BenchGrids.number(speed.perSecond())
        + "/s, "
        + BenchGrids.number(speed.cpuMicros())
        + " us CPU each";
  }
}
