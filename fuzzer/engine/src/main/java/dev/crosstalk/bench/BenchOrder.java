package dev.crosstalk.bench;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.lab.TargetReference;
import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.List;

/** What a worker that measures is told. */
public sealed interface BenchOrder {

  /**
   * What to measure; the first it is told.
   *
   * @param targets the one to be timed; of several to be shrunk on, the first that will do; none
   *     when there is nothing of ours to it
   * @param lanes that call, where cases are timed; else 0
   */
  record Measure(
      Quantity quantity,
      List<TargetReference> targets,
      WorldKind world,
      Rewriting rewriting,
      int lanes,
      long warmUpMillis,
      long measuredMillis)
      implements BenchOrder {

    public Measure {
      targets = List.copyOf(targets);
    }

    Ground ground() {
      return new Ground(world, rewriting);
    }

    Duration warmUp() {
      return Duration.ofMillis(warmUpMillis);
    }

    Duration measured() {
      return Duration.ofMillis(measuredMillis);
    }
  }

  /** All workers are ready: to begin. */
  record Go() implements BenchOrder {}

  /** What is measured. */
  enum Quantity {
    RAW,
    CASES,
    GROWTH,
    SHRINKING
  }
}
