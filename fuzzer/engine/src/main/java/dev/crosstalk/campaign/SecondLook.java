package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/**
 * Looks at simulated cases once more over TCP: at every finding, and at about one in a hundred of
 * those that passed. These run calm, each step settled and nothing left to choose, so that both
 * worlds ought to tell the same; where they disagree, it is ours that are suspect, not the driver.
 */
final class SecondLook implements AutoCloseable {
  private static final int ONE_IN = 100;
  private static final int WAITING_MAX = 32;
  private static final int LOOKS = 3;
  private static final int AT_ONCE = 4;
  private static final int KEPT_MAX = 20;

  private final Worlds worlds;
  private final Lab first;
  private final boolean possible;
  private final CampaignPlan plan;
  private final Tally tally;
  private final CampaignEvents events;
  private final ExecutorService thread = BesideThread.named("crosstalk-second-look", WAITING_MAX);
  private Optional<Lab> second = Optional.empty();
  private int kept;

  SecondLook(Worlds worlds, Lab first, CampaignPlan plan, Tally tally, CampaignEvents events) {
    this.worlds = worlds;
    this.first = first;
    this.possible = worlds.canConfirm(first);
    this.plan = plan;
    this.tally = tally;
    this.events = events;
  }

  /** Warm, from its first use on. */
  private synchronized Lab lab() {
    if (second.isEmpty()) {
      second = Optional.of(worlds.confirming(first));
    }
    return second.get();
  }

  /** Looks at one in a hundred of the cases that passed, when there is time for it. */
  void mayLookAt(long number, Scenario scenario, CaseRunner.Judged judged) {
    if (possible && number % ONE_IN == 0 && judged.isClear() && isComparable(scenario)) {
      try {
        thread.execute(() -> compare(number, calm(scenario)));
      } catch (RejectedExecutionException busy) {
        // One in a hundred is a wish, not a promise.
      }
    }
  }

  /** Which timers there are is the world's affair: housekeeping threads have some in one alone. */
  private static boolean isComparable(Scenario scenario) {
    return scenario.steps().stream().noneMatch(Step.Tick.class::isInstance);
  }

  private static Scenario calm(Scenario scenario) {
    return new Scenario(
        scenario.settings().withSchedule(0),
        scenario.steps().stream().map(step -> step.atOnce(false)).toList());
  }

  private void compare(long number, Scenario scenario) {
    Target target = first.target();
    try {
      History simulated = first.at(place -> new CaseRunner(place).run(scenario)).history();
      CaseRunner.Judged judged = look(scenario);
      List<String> differences = Agreement.differences(simulated, judged.history());
      for (int more = 1; more < LOOKS && !differences.isEmpty(); more++) {
        judged = look(scenario);
        differences = Agreement.differences(simulated, judged.history());
      }
      if (!judged.isClear()) {
        return;
      }
      tally.compared(!differences.isEmpty());
      if (!differences.isEmpty() && kept++ < KEPT_MAX) {
        DifferingFiles.save(
            plan.folder(),
            target,
            plan.generation().name() + "/" + number,
            scenario,
            List.of(simulated, judged.history()),
            differences);
      }
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), plan.generation().name() + "/" + number, ours));
    }
  }

  private CaseRunner.Judged look(Scenario scenario) {
    return lab().at(place -> new CaseRunner(place).run(scenario));
  }

  /** A finding, with what ten replays over TCP say of it; those that were disturbed say nothing. */
  Finding confirmed(Finding finding, Symptom symptom) {
    if (!possible) {
      return finding;
    }
    Scenario scenario = finding.scenario().scenario();
    // Not counted: classes are loaded in it, and time may run away meanwhile.
    CaseRunner.Judged ignored = look(scenario);
    try (var threads = new SideBySide(AT_ONCE)) {
      List<CaseRunner.Judged> told =
          threads.map(Collections.nCopies(HitRate.CONFIRMATIONS, scenario), this::look).stream()
              .filter(judged -> judged.shows(symptom) || judged.isClear())
              .toList();
      int hits = (int) told.stream().filter(judged -> judged.shows(symptom)).count();
      return told.isEmpty() ? finding : finding.seenOverTcp(new HitRate(hits, told.size()));
    }
  }

  @Override
  public void close() {
    thread.shutdown();
    try {
      boolean ignored = thread.awaitTermination(1, TimeUnit.MINUTES);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    second.ifPresent(Lab::close);
  }
}
