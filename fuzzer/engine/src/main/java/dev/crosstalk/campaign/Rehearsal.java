package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.world.World;
import java.util.Collections;
import java.util.List;

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
  public static List<Run> run(Target target, Scenario scenario, World world, int runs) {
    WarmUp.run(target, scenario, world);
    return judgedEach(target, Collections.nCopies(runs, scenario), world);
  }

  /** Replays each of several scenarios once, side by side; one entry for each. */
  public static List<Run> runEach(Target target, List<Scenario> scenarios, World world) {
    WarmUp.run(target, world);
    return judgedEach(target, scenarios, world);
  }

  private static List<Run> judgedEach(Target target, List<Scenario> scenarios, World world) {
    var runner = new CaseRunner(world);
    try (var threads = new SideBySide(Math.clamp(scenarios.size(), 1, AT_ONCE))) {
      return threads.map(
          scenarios,
          each -> {
            CaseRunner.Judged judged = runner.run(target, each);
            return new Run(
                judged.history(), judged.violations(), !judged.history().disturbances().isEmpty());
          });
    }
  }

  private static Run judged(CaseRunner runner, Target target, Scenario scenario) {
    CaseRunner.Judged judged = runner.run(target, scenario);
    return new Run(
        judged.history(),
        judged.violations(),
        !judged.conclusive() || !judged.history().disturbances().isEmpty());
  }

  /** Silent, but not all of its steps came about in time: a busy machine is silent, too. */
  private static boolean isDoubtful(Run run) {
    return !run.violated()
        && (run.disturbed()
            || run.history().steps().stream().anyMatch(step -> step.fate() == Fate.UNSETTLED));
  }
}
