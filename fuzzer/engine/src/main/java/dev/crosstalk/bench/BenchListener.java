package dev.crosstalk.bench;

import dev.crosstalk.campaign.CaseDefect;

/** Is told what is measured, as it goes, on the thread that runs the bench. */
public interface BenchListener {
  void measured(RawLimit raw);

  void measured(CaseRow row);

  void measured(GrowthRow row);

  void measured(ShrinkRow row);

  /** A target cannot run in a world on this JVM. */
  void skipped(String target, String why);

  /** Something of ours went wrong; there is no row. */
  void defect(CaseDefect defect);
}
