package dev.crosstalk.bench;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.List;

/**
 * What is to be measured.
 *
 * @param targets at least one
 * @param canaries on the first that shows a crossed reply, shrinking is timed; may be empty
 * @param worlds each target runs in those of them that it has
 * @param rewritings of drivers in simulated worlds; at least one
 * @param workers processes that measure a row at the same time
 * @param lanes a row for each number
 * @param warmUp before each row
 * @param measured of each row
 */
public record BenchPlan(
    List<Target> targets,
    List<Target> canaries,
    List<WorldKind> worlds,
    List<Rewriting> rewritings,
    int workers,
    List<Integer> lanes,
    Duration warmUp,
    Duration measured) {

  public BenchPlan {
    targets = List.copyOf(targets);
    canaries = List.copyOf(canaries);
    worlds = List.copyOf(worlds);
    rewritings = List.copyOf(rewritings);
    lanes = List.copyOf(lanes);
  }

  /** Where a target is timed. */
  List<Ground> groundsOf(Target target) {
    return Ground.of(worlds.stream().filter(target.variant()::runsIn).toList(), rewritings);
  }
}
