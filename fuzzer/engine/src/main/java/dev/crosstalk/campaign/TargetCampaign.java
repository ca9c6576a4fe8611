package dev.crosstalk.campaign;

import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.LostPlaceException;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.NeverQuietException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The part of a campaign that fuzzes one target, in this process. */
final class TargetCampaign implements TargetRun {
  /**
   * Of the target's time, findings get this part to themselves, and as much again when it is over.
   */
  private static final int SHRINK_PART = 3;

  /** What met is told of one case in so many: it would cost more than judging. */
  private static final int COVERAGE_OF = 8;

  private static final Duration SHRINK_MIN = Duration.ofSeconds(10);

  private final CampaignPlan plan;
  private final Target target;
  private final Worlds worlds;
  private final CampaignEvents events;
  private final Coverage coverage;
  private final CaseNumbers numbers;
  private final Tally tally;
  private final Claims claims;
  private final Symptoms symptoms = new Symptoms();
  private final InvestigationShare share;
  private final Generation.Numbered scenarios;

  /** Set once it is known in what kind of world. */
  private volatile InFlightLimit limit = InFlightLimit.in(WorldKind.REAL);

  private final ExecutorService investigations = BesideThread.named("crosstalk-investigation");
  private volatile long shrinkUntilNanos = Long.MAX_VALUE;

  /**
   * A target's campaign.
   *
   * @param numbers of its cases
   */
  TargetCampaign(
      CampaignPlan plan,
      Target target,
      CaseNumbers numbers,
      Claims claims,
      Worlds worlds,
      CampaignEvents events,
      Coverage coverage) {
    this.coverage = coverage;
    this.plan = plan;
    this.target = target;
    this.worlds = worlds;
    this.events = events;
    this.numbers = numbers;
    this.claims = claims;
    this.tally = new Tally(target.name());
    this.share = new InvestigationShare(shrinkingGranted());
    this.scenarios = plan.generation().of(Vocabulary.of(target.variant()));
  }

  @Override
  public void run() throws InterruptedException {
    // What goes wrong at first would go wrong in each case: it is told once.
    try (Lab lab = worlds.lab(target)) {
      tally.begun(lab.kind());
      limit = InFlightLimit.in(lab.kind());
      run(lab);
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), plan.generation().name() + "/warm-up", ours));
      tally.finished();
    }
    events.progress(progress());
  }

  private void run(Lab lab) throws InterruptedException {
    try (var second = new SecondLook(worlds, lab, plan, tally, events)) {
      new CaseLoop(
              lab,
              numbers,
              limit,
              share,
              (runner, number) -> runCase(lab, second, runner, number),
              this::lost)
          .run(() -> events.progress(progress()));
      tally.finished();
      shrinkUntilNanos = System.nanoTime() + shrinkingGranted().toNanos();
      investigations.shutdown();
      while (!investigations.awaitTermination(250, TimeUnit.MILLISECONDS)) {
        events.progress(progress());
      }
    }
  }

  @Override
  public void stop() {
    numbers.stop();
  }

  @Override
  public Progress progress() {
    return tally.progress();
  }

  @Override
  public List<Finding> findings() {
    return symptoms.findings();
  }

  private Duration shrinkingGranted() {
    return switch (numbers.budget()) {
      case Budget.Time(Duration duration) -> {
        Duration part = duration.dividedBy(SHRINK_PART);
        yield part.compareTo(SHRINK_MIN) < 0 ? SHRINK_MIN : part;
      }
      case Budget.Cases _, Budget.All _ -> SHRINK_MIN.multipliedBy(SHRINK_PART);
    };
  }

  private boolean runCase(Lab lab, SecondLook second, CaseRunner runner, long number) {
    try {
      Scenario scenario = scenarios.at(number);
      CaseRunner.Judged judged = runner.run(scenario);
      tally.judged(judged);
      if (number % COVERAGE_OF == 0) {
        coverage.add(scenario, judged.history());
      }
      if (judged.violations().isEmpty()) {
        second.mayLookAt(number, scenario, judged);
      } else {
        symptom(scenario, judged)
            .ifPresent(symptom -> mayInvestigate(lab, second, number, scenario, judged, symptom));
      }
      // A case that is disturbed each time tells of the driver, one that is not of the machine.
      return CaseRunner.isLate(judged.history())
          || (judged.discarded() > 0 && judged.history().disturbances().isEmpty());
    } catch (NeverQuietException spinning) {
      lost(number, spinning);
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), seed(number), ours));
    }
    return false;
  }

  private void lost(long number, LostPlaceException why) {
    lost(number, (RuntimeException) why);
  }

  private void lost(long number, RuntimeException why) {
    tally.lost();
    events.lost(LostFiles.save(plan, target, number, String.valueOf(why.getMessage())));
  }

  /** What is worth a confirmation in a case that violated. */
  private Optional<Symptom> symptom(Scenario scenario, CaseRunner.Judged judged) {
    Violation telling = judged.violations().get(0);
    return symptoms.newIn(Symptom.of(telling), Signature.of(telling.family(), scenario));
  }

  private void mayInvestigate(
      Lab lab,
      SecondLook second,
      long number,
      Scenario scenario,
      CaseRunner.Judged judged,
      Symptom symptom) {
    int claimed = claims.claim(symptom);
    if (claimed > 0) {
      Duration after = tally.progress().elapsed();
      investigations.execute(
          () -> investigate(lab, second, number, scenario, judged, symptom, claimed, after));
    }
  }

  private void investigate(
      Lab lab,
      SecondLook second,
      long number,
      Scenario scenario,
      CaseRunner.Judged judged,
      Symptom symptom,
      int claimed,
      Duration after) {
    Family family = judged.violations().getFirst().family();
    share.begin();
    try {
      var investigation =
          new Investigation(
              lab,
              symptom,
              seed(number),
              FindingFiles.file(plan.folder(), target.name(), symptom.invariant(), claimed),
              limit);
      Optional<Finding> confirmed =
          investigation.confirm(scenario).map(finding -> finding.foundAfter(after));
      share.confirmed();
      if (confirmed.isEmpty()) {
        symptoms.unconfirmed(symptom);
        claims.unconfirmed(symptom);
        tally.unconfirmed();
        FindingFiles.save(investigation.unconfirmed(scenario, judged));
        return;
      }
      keep(symptom, confirmed.get());
      tally.found();
      events.confirmed(confirmed.get());
      Finding shrunk =
          investigation.shrink(
              confirmed.get(),
              () -> numbers.isStopped() || System.nanoTime() > shrinkUntilNanos,
              candidate -> symptoms.isApart(symptom, Signature.of(family, candidate)));
      if (investigation.isShrunkToTheEnd()) {
        symptoms.keepShrunk(symptom, shrunk);
      }
      Finding seenTwice = second.confirmed(shrunk, symptom);
      keep(symptom, seenTwice);
      events.shrunk(seenTwice);
    } catch (RuntimeException | Error ours) {
      events.defect(new CaseDefect(target.name(), seed(number), ours));
    } finally {
      share.end();
    }
  }

  /** Another worker looked into it, and it did not repeat there. */
  void forget(Symptom symptom) {
    symptoms.unconfirmed(symptom);
  }

  /** How often each symptom was seen. */
  List<FuzzAnswer.Seen> seen() {
    return symptoms.seen();
  }

  /** The symptom of a finding that was told of. */
  Symptom symptomOf(Finding finding) {
    return symptoms.of(finding);
  }

  private void keep(Symptom symptom, Finding finding) {
    FindingFiles.save(finding);
    symptoms.keep(symptom, finding);
  }

  private String seed(long caseNumber) {
    return plan.generation().name() + "/" + caseNumber;
  }
}
