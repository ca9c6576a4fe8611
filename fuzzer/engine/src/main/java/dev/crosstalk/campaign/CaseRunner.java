package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.replay.Replay;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.world.World;
import java.util.List;

/**
 * Runs a case and judges it. A run in which time did what no step asked for is discarded and run
 * again. What happens in every run is the driver's doing, unless the machine was late each time.
 */
final class CaseRunner {
  private static final int RUNS_MAX = 3;

  /** Our own timers late by more than this part of a timeout: the machine is to blame. */
  private static final int LATE_PART = 4;

  /**
   * A case, judged.
   *
   * @param violations those that no documentation allows
   * @param discarded runs given up before this one
   * @param conclusive false when even the last run was disturbed by a late machine
   */
  record Judged(History history, List<Violation> violations, int discarded, boolean conclusive) {

    boolean violates(String invariant) {
      return violations.stream().anyMatch(violation -> violation.invariant().equals(invariant));
    }
  }

  private final World world;

  CaseRunner(World world) {
    this.world = world;
  }

  Judged run(Target target, Scenario scenario) {
    History history = replay(target, scenario);
    int discarded = 0;
    while (!history.disturbances().isEmpty() && discarded < RUNS_MAX - 1) {
      discarded++;
      history = replay(target, scenario);
    }
    return judged(history, discarded);
  }

  /** Runs a case but once, disturbed or not: a quick look, which others are to confirm. */
  Judged runOnce(Target target, Scenario scenario) {
    return judged(replay(target, scenario), 0);
  }

  private static Judged judged(History history, int discarded) {
    boolean late = history.terms().latenessNanos() > history.terms().timeoutNanos() / LATE_PART;
    boolean conclusive = history.disturbances().isEmpty() || !late;
    List<Violation> violations =
        conclusive
            ? Oracles.judge(history).stream()
                .filter(violation -> violation.grade() == Grade.FORBIDDEN)
                .toList()
            : List.of();
    return new Judged(history, violations, discarded, conclusive);
  }

  private History replay(Target target, Scenario scenario) {
    return Replay.run(target.subject(), target.driver().driver(), scenario, world);
  }
}
