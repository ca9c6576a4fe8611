package dev.crosstalk.cli;

import dev.crosstalk.bench.BenchListener;
import dev.crosstalk.bench.CaseRow;
import dev.crosstalk.bench.GrowthRow;
import dev.crosstalk.bench.RawLimit;
import dev.crosstalk.bench.ShrinkRow;
import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.report.BenchLine;

/** Tells stderr of a bench's course, a line for each row. */
final class ConsoleBenchListener implements BenchListener {
  private final Console console;
  private int defects;

  ConsoleBenchListener(Console console) {
    this.console = console;
  }

  @Override
  public void measured(RawLimit raw) {
    console.tell(BenchLine.of(raw));
  }

  @Override
  public void measured(CaseRow row) {
    console.tell(BenchLine.of(row));
  }

  @Override
  public void measured(GrowthRow row) {
    console.tell(BenchLine.of(row));
  }

  @Override
  public void measured(ShrinkRow row) {
    console.tell(BenchLine.of(row));
  }

  @Override
  public void skipped(String target, String why) {
    console.tell("skipped " + target + ": " + why);
  }

  @Override
  public void defect(CaseDefect defect) {
    defects++;
    console.tell(
        "defect of Crosstalk's own at seed %s, target %s: %s"
            .formatted(defect.seed(), defect.target(), defect.what()));
    console.tell(defect.trace());
  }

  int defects() {
    return defects;
  }
}
