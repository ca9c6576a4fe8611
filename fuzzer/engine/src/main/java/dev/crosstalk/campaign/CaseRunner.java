package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Family;
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

  /** Late by more than this part of a timeout: the machine is to blame. */
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
    Judged judged = runOnce(target, scenario);
    int discarded = 0;
    while (isDoubtful(judged) && discarded < RUNS_MAX - 1) {
      discarded++;
      judged = runOnce(target, scenario);
    }
    return new Judged(judged.history(), judged.violations(), discarded, judged.conclusive());
  }

  private static boolean isDoubtful(Judged judged) {
    return !judged.conclusive() || !judged.history().disturbances().isEmpty();
  }

  /**
   * Runs a case but once: a quick look, which others are to confirm. Where the machine was late,
   * nothing is said of what hangs on time; an answer that is not the call's own is wrong at any
   * time.
   */
  Judged runOnce(Target target, Scenario scenario) {
    History history = replay(target, scenario);
    List<Violation> forbidden =
        Oracles.judge(history).stream()
            .filter(violation -> violation.grade() == Grade.FORBIDDEN)
            .toList();
    if (!isLate(history)) {
      return new Judged(history, forbidden, 0, true);
    }
    List<Violation> timeless =
        forbidden.stream().filter(violation -> violation.family() != Family.STUCK).toList();
    boolean conclusive = history.disturbances().isEmpty() && timeless.size() == forbidden.size();
    return new Judged(history, timeless, 0, conclusive);
  }

  /** Whether our own timers, or our server, were late by a good part of a timeout. */
  static boolean isLate(History history) {
    return history.terms().latenessNanos() > history.terms().timeoutNanos() / LATE_PART;
  }

  private History replay(Target target, Scenario scenario) {
    return Replay.run(target.subject(), target.driver().driver(), scenario, world);
  }
}
