package dev.crosstalk.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What was measured.
 *
 * @param workers processes that measured each row at the same time, a processor for each
 * @param warmUp before each row
 * @param measured of each row
 * @param shrink empty where there is no canary or no simulated world
 */
public record BenchReport(
    Machine machine,
    int workers,
    Duration warmUp,
    Duration measured,
    RawLimit raw,
    List<CaseRow> cases,
    List<GrowthRow> growth,
    Optional<ShrinkRow> shrink) {

  public BenchReport {
    cases = List.copyOf(cases);
    growth = List.copyOf(growth);
  }
}
