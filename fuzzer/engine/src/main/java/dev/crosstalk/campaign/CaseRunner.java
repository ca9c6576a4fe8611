package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.lab.Place;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.WorldKind;
import java.util.List;

/**
 * Runs a case and judges it. A run in which time did what no step asked for is discarded and run
 * again, unless it shows a crossed reply: that is wrong at any time. What is stuck in every run is
 * the driver's doing, unless the machine was late.
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

    boolean shows(Symptom symptom) {
      return violations.stream().anyMatch(symptom::isOf);
    }

    /** Whether it shows what is wrong at any time, however late the machine. */
    private boolean isCertain() {
      return violations.stream().anyMatch(violation -> violation.family() != Family.STUCK);
    }

    /** Whether what it does not show is not there. */
    boolean isClear() {
      return conclusive && history.disturbances().isEmpty();
    }
  }

  private final Place place;

  CaseRunner(Place place) {
    this.place = place;
  }

  /** Runs a case until a run is undisturbed, or shows what no disturbance excuses. */
  Judged run(Scenario scenario) {
    Judged judged = runOnce(scenario, Patience.FULL);
    int discarded = 0;
    List<Violation> stuckEachTime = judged.violations();
    while (!judged.isClear()
        && !judged.isCertain()
        && discarded < RUNS_MAX - 1
        && !place.isSoiled()) {
      discarded++;
      judged = runOnce(scenario, Patience.FULL);
      stuckEachTime = !judged.isClear() ? alsoIn(stuckEachTime, judged) : judged.violations();
    }
    return new Judged(
        judged.history(),
        judged.isCertain() ? judged.violations() : stuckEachTime,
        discarded,
        judged.conclusive());
  }

  /** Of a run's violations, those of an invariant that earlier runs violated, too. */
  private static List<Violation> alsoIn(List<Violation> earlier, Judged judged) {
    return judged.violations().stream()
        .filter(
            violation ->
                earlier.stream()
                    .anyMatch(before -> before.invariant().equals(violation.invariant())))
        .toList();
  }

  /**
   * Runs a case but once: a quick look, which others are to confirm. Where the machine was late,
   * nothing is said of what hangs on time; an answer that is not the call's own is wrong at any
   * time.
   */
  Judged runOnce(Scenario scenario, Patience patience) {
    History history = place.replay(scenario, patience);
    List<Violation> forbidden =
        Oracles.judge(history).stream()
            .filter(violation -> violation.grade() == Grade.FORBIDDEN)
            .toList();
    if (isBroken(history)) {
      return new Judged(history, List.of(), 0, false);
    }
    if (!isLate(history)) {
      // What a case leaves behind unpunished may have been missing in it.
      boolean whole = !forbidden.isEmpty() || !place.isSoiled();
      return new Judged(history, forbidden, 0, whole);
    }
    List<Violation> timeless =
        forbidden.stream().filter(violation -> violation.family() != Family.STUCK).toList();
    boolean conclusive = history.disturbances().isEmpty() && timeless.size() == forbidden.size();
    return new Judged(history, timeless, 0, conclusive);
  }

  /** A simulated world that something disturbed is no simulation: nothing it shows counts. */
  private boolean isBroken(History history) {
    return place.world().kind() == WorldKind.SIMULATED && !history.disturbances().isEmpty();
  }

  /**
   * What should happen at once gets this long over TCP; a machine later than half of it is late.
   */
  private static final long LATE_NANOS = 25_000_000;

  /** Whether our own timers, or our server, were late by a good part of a timeout. */
  static boolean isLate(History history) {
    return history.terms().latenessNanos()
        > Math.min(LATE_NANOS, history.terms().timeoutNanos() / LATE_PART);
  }
}
