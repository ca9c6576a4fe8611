package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.scenario.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Replays one scenario many times. */
public final class Rehearsal {
  private static final int AT_ONCE = 5;
  private static final int TRIES_MAX = 3;

  private Rehearsal() {}

  /**
   * One replay, judged.
   *
   * @param violations what it violates, the telling one first; those documented are left out
   * @param disturbed whether time did what no step asked for in every try; when the machine was
   *     late as well, nothing was judged
   */
  public record Run(History history, List<Violation> violations, boolean disturbed) {

    public boolean violated() {
      return !violations.isEmpty();
    }
  }

  /**
   * Replays a scenario side by side.
   *
   * @return one entry for each run
   * @throws dev.crosstalk.replay.FuzzerDefect when something of ours went wrong
   */
  public static List<Run> run(Lab lab, Scenario scenario, int runs) {
    CaseRunner.Judged warm =
        lab.at(place -> new CaseRunner(place).runOnce(scenario, Patience.FULL));
    return judgedEach(lab, Collections.nCopies(runs, scenario));
  }

  /** Replays each of several scenarios once, side by side; one entry for each. */
  public static List<Run> runEach(Lab lab, List<Scenario> scenarios) {
    return judgedEach(lab, scenarios);
  }

  private static List<Run> judgedEach(Lab lab, List<Scenario> scenarios) {
    var first = new AtomicReference<Run>();
    try (var threads = new SideBySide(Math.clamp(scenarios.size(), 1, AT_ONCE))) {
      return threads.map(
          scenarios,
          each -> {
            CaseRunner.Judged judged = lab.at(place -> new CaseRunner(place).run(each));
            return kept(
                first,
                new Run(
                    judged.history(),
                    judged.violations(),
                    !judged.history().disturbances().isEmpty()));
          });
    }
  }

  /** A history that is the same again is kept once, so that a million replays find room. */
  private static Run kept(AtomicReference<Run> first, Run run) {
    boolean isFirst = first.compareAndSet(null, run);
    return !isFirst && first.get().history().equals(run.history()) ? first.get() : run;
  }

  /** How many of some runs have the very history of the first one. */
  public static long identical(List<Run> runs) {
    return runs.stream().filter(run -> run.history().equals(runs.getFirst().history())).count();
  }
}
