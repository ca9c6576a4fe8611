package dev.crosstalk.bench;

import dev.crosstalk.campaign.CaseDefect;
import java.util.Optional;

/** What a worker that measures tells: that it is ready, and how it ended. */
public sealed interface BenchAnswer {

  /** Everything is loaded. */
  record Ready() implements BenchAnswer {}

  record Raw(RawLimit limit) implements BenchAnswer {}

  record Cases(CaseRow row) implements BenchAnswer {}

  record Growth(GrowthRow row) implements BenchAnswer {}

  /** Empty where no target will do. */
  record Shrinking(Optional<ShrinkRow> row) implements BenchAnswer {}

  /** A target cannot run in that world on this JVM. */
  record Skipped(String why) implements BenchAnswer {}

  /** Something of ours went wrong. */
  record Defect(CaseDefect defect) implements BenchAnswer {}
}
