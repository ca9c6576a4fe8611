package dev.crosstalk.campaign;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.world.World;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The part of a campaign that fuzzes one target. */
final class TargetCampaign {
  /**
   * Of the target's time, findings get this part to themselves, and as much again when it is over.
   */
  private static final int SHRINK_PART = 3;

  private static final Duration SHRINK_MIN = Duration.ofSeconds(10);

  private final CampaignPlan plan;
  private final Target target;
  private final World world;
  private final CampaignEvents events;
  private final Budget budget;
  private final CaseRunner runner;
  private final Tally tally;
  private final Symptoms symptoms = new Symptoms();
  private final InFlightLimit limit = new InFlightLimit();
  private final InvestigationShare share;
  private final ExecutorService cases =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("crosstalk-case-", 0).factory());
  private final ExecutorService investigations =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("crosstalk-investigation-", 0).factory());
  private final long startNanos = System.nanoTime();
  private volatile boolean stopped;
  private volatile long shrinkUntilNanos = Long.MAX_VALUE;

  /**
   * A target's campaign.
   *
   * @param budget this target's share
   */
  TargetCampaign(
      CampaignPlan plan, Target target, Budget budget, World world, CampaignEvents events) {
    this.plan = plan;
    this.target = target;
    this.budget = budget;
    this.world = world;
    this.events = events;
    this.runner = new CaseRunner(world);
    this.tally = new Tally(target.name());
    this.share = new InvestigationShare(shrinkingGranted());
  }

  /** Fuzzes until the budget is spent or {@link #stop} is called, then shrinks what is left. */
  void run() throws InterruptedException {
    if (isWarm()) {
      Scenarios.generate(plan.seed(), 0, Vocabulary.of(target.variant()), this::take);
      cases.shutdown();
      while (!cases.awaitTermination(250, TimeUnit.MILLISECONDS)) {
        events.progress(progress());
      }
    }
    tally.finished();
    shrinkUntilNanos = System.nanoTime() + shrinkingGranted().toNanos();
    investigations.shutdown();
    while (!investigations.awaitTermination(250, TimeUnit.MILLISECONDS)) {
      events.progress(progress());
    }
    events.progress(progress());
  }

  /** What goes wrong here would go wrong in each case: it is told once. */
  private boolean isWarm() {
    try {
      WarmUp.run(target, world);
      return true;
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), plan.seed() + "/warm-up", ours));
      return false;
    }
  }

  void stop() {
    stopped = true;
  }

  Progress progress() {
    return tally.progress();
  }

  List<Finding> findings() {
    return symptoms.findings();
  }

  private Duration shrinkingGranted() {
    return switch (budget) {
      case Budget.Time(Duration duration) -> {
        Duration part = duration.dividedBy(SHRINK_PART);
        yield part.compareTo(SHRINK_MIN) < 0 ? SHRINK_MIN : part;
      }
      case Budget.Cases cases -> SHRINK_MIN.multipliedBy(SHRINK_PART);
    };
  }

  /** On the generating thread: waits for a place, starts the case, and says whether to go on. */
  private boolean take(long caseNumber, Scenario scenario) {
    if (stopped || isSpent(caseNumber)) {
      return false;
    }
    try {
      share.awaitOthersTurn();
      limit.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
    cases.execute(() -> runCase(caseNumber, scenario));
    events.progressNowAndThen(this::progress);
    return true;
  }

  private boolean isSpent(long caseNumber) {
    return switch (budget) {
      case Budget.Time(Duration duration) -> System.nanoTime() - startNanos >= duration.toNanos();
      case Budget.Cases(long all) -> caseNumber >= all;
    };
  }

  private void runCase(long caseNumber, Scenario scenario) {
    boolean disturbed = false;
    try {
      CaseRunner.Judged judged = runner.run(target, scenario);
      // A case that is disturbed each time tells of the driver, one that is not of the machine.
      disturbed =
          CaseRunner.isLate(judged.history())
              || (judged.discarded() > 0 && judged.history().disturbances().isEmpty());
      tally.judged(judged);
      if (!judged.violations().isEmpty()) {
        Symptom symptom = Symptom.of(judged.violations().get(0));
        if (symptoms.isNew(symptom)) {
          investigations.execute(() -> investigate(caseNumber, scenario, judged, symptom));
        }
      }
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), seed(caseNumber), ours));
    } finally {
      limit.release(disturbed);
    }
  }

  private void investigate(
      long caseNumber, Scenario scenario, CaseRunner.Judged judged, Symptom symptom) {
    share.begin();
    try {
      var investigation =
          new Investigation(
              target,
              world,
              symptom,
              seed(caseNumber),
              FindingFiles.file(
                  plan.folder(), target.name(), symptom.invariant(), symptoms.count() + 1),
              limit);
      Optional<Finding> confirmed = investigation.confirm(scenario);
      if (confirmed.isEmpty()) {
        symptoms.unconfirmed(symptom);
        tally.unconfirmed();
        FindingFiles.save(investigation.unconfirmed(scenario, judged));
        return;
      }
      FindingFiles.save(confirmed.get());
      symptoms.keep(symptom, confirmed.get());
      tally.found();
      events.confirmed(confirmed.get());
      Finding shrunk =
          investigation.shrink(
              confirmed.get(), () -> stopped || System.nanoTime() > shrinkUntilNanos);
      FindingFiles.save(shrunk);
      symptoms.keep(symptom, shrunk);
      events.shrunk(shrunk);
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), seed(caseNumber), ours));
    } finally {
      share.end();
    }
  }

  private String seed(long caseNumber) {
    return plan.seed() + "/" + caseNumber;
  }
}
