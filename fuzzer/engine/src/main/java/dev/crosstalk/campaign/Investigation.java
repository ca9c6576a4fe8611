package dev.crosstalk.campaign;

import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.LostPlaceException;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.shrink.Shrinker;
import dev.crosstalk.world.NeverQuietException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * From a case that violated to a confirmed finding, and from that to a shrunk one. The process must
 * have run cases of the target before.
 */
public final class Investigation {
  private static final int AT_ONCE = 16;
  private static final int CONFIRMING_LOOKS = 3;

  /** So many hits of ten, and a smaller scenario is worth one that shows each time. */
  private static final int HITS_ENOUGH = 9;

  private final Lab lab;
  private final Symptom symptom;
  private final String seed;
  private final Path file;
  private final InFlightLimit limit;
  private final AtomicInteger replays = new AtomicInteger();
  private boolean shrunkToTheEnd;

  /**
   * An investigation.
   *
   * @param seed campaign seed and case number, as provenance
   * @param file where the scenario is to be saved
   * @param limit shared with the campaign whose cases run beside
   */
  Investigation(Lab lab, Symptom symptom, String seed, Path file, InFlightLimit limit) {
    this.lab = lab;
    this.symptom = symptom;
    this.seed = seed;
    this.file = file;
    this.limit = limit;
  }

  /** An investigation of what a case violated, with nothing else under way. */
  public static Investigation of(Lab lab, Violation violation, String seed, Path file) {
    return new Investigation(lab, Symptom.of(violation), seed, file, InFlightLimit.in(lab.kind()));
  }

  /** Replays a suspect ten times; empty when too few of them show the symptom. */
  public Optional<Finding> confirm(Scenario scenario) {
    return rehearsed(scenario, scenario.steps().size(), 0);
  }

  /**
   * A suspect that did not repeat, to be saved under a name that says so, with the history of the
   * one run that showed it: a fact to explain, not a finding.
   */
  Finding unconfirmed(Scenario scenario, CaseRunner.Judged judged) {
    List<Violation> violations = tellingFirst(judged.violations());
    return new Finding(
        lab.target().subject(),
        violations,
        headed(scenario, violations.get(0)),
        judged.history(),
        new HitRate(0, HitRate.CONFIRMATIONS),
        Optional.empty(),
        scenario.steps().size(),
        0,
        0,
        Optional.empty(),
        FindingFiles.unconfirmed(file));
  }

  /** Shrinks a confirmed finding that need not keep apart from others. */
  public Finding shrink(Finding confirmed, BooleanSupplier stopped) {
    return shrink(confirmed, stopped, all -> true);
  }

  /**
   * Shrinks a confirmed finding.
   *
   * @param stopped once true, the smallest scenario so far is what remains
   * @param apart what a candidate must be, so that it does not become another finding
   * @return the shrunk finding; the given one when the shrunk scenario repeats too seldom
   */
  Finding shrink(Finding confirmed, BooleanSupplier stopped, Predicate<Scenario> apart) {
    try (var threads = new SideBySide(AT_ONCE)) {
      var shrinker = new Shrinker(candidates -> firstFailing(candidates, apart, threads), stopped);
      Shrinker.Shrunk shrunk = shrinker.shrink(confirmed.scenario().scenario());
      Optional<Finding> smaller =
          rehearsed(shrunk.scenario(), confirmed.stepsBefore(), replays.get())
              .filter(finding -> repeatsAsWell(finding.hitRate(), confirmed.hitRate()));
      shrunkToTheEnd = shrunk.complete() && smaller.isPresent();
      return smaller
          .map(finding -> confirmed.after().map(finding::foundAfter).orElse(finding))
          .orElse(confirmed);
    }
  }

  /** Whether nothing needless is left in what {@link #shrink} gave. */
  boolean isShrunkToTheEnd() {
    return shrunkToTheEnd;
  }

  /** In batches, each side by side; the first in order that fails, and does so again, wins. */
  private Optional<Integer> firstFailing(
      List<Scenario> candidates, Predicate<Scenario> apart, SideBySide threads) {
    for (int from = 0; from < candidates.size(); from += AT_ONCE) {
      List<Scenario> batch = candidates.subList(from, Math.min(candidates.size(), from + AT_ONCE));
      List<Boolean> fails = threads.map(batch, each -> apart.test(each) && shows(each));
      for (int i = 0; i < batch.size(); i++) {
        if (fails.get(i) && showsAgain(batch.get(i), threads)) {
          return Optional.of(from + i);
        }
      }
    }
    return Optional.empty();
  }

  /** What fails only now and then must not take the place of what fails each time. */
  private boolean showsAgain(Scenario candidate, SideBySide threads) {
    return threads.map(Collections.nCopies(CONFIRMING_LOOKS, candidate), this::shows).stream()
        .allMatch(Boolean::booleanValue);
  }

  /**
   * All of it at once: confirms, shrinks to the end and saves.
   *
   * @param violation what the case violated
   * @param seed where the scenario comes from, as provenance
   * @param file where the scenario is to be saved
   * @return empty when too few of ten replays show the symptom
   */
  public static Optional<Finding> run(
      Lab lab, Scenario scenario, Violation violation, String seed, Path file) {
    Investigation investigation = of(lab, violation, seed, file);
    Optional<Finding> finding =
        investigation.confirm(scenario).map(found -> investigation.shrink(found, () -> false));
    finding.ifPresent(FindingFiles::save);
    return finding;
  }

  private static boolean repeatsAsWell(HitRate smaller, HitRate confirmed) {
    return smaller.hits() >= Math.min(confirmed.hits(), HITS_ENOUGH);
  }

  /** What is crossed shows without waiting for those calls that are merely stuck. */
  private boolean shows(Scenario candidate) {
    replays.incrementAndGet();
    Patience patience =
        Oracles.familyOf(symptom.invariant()) == Family.STUCK ? Patience.FULL : Patience.BRIEF;
    try {
      return inFlight(runner -> runner.runOnce(candidate, patience)).shows(symptom);
    } catch (NeverQuietException | LostPlaceException spinning) {
      // Another defect of the driver than the one looked for, and with no history to judge.
      return false;
    }
  }

  private CaseRunner.Judged inFlight(Function<CaseRunner, CaseRunner.Judged> replay) {
    try {
      limit.acquire();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replaying", interrupted);
    }
    boolean late = false;
    try {
      CaseRunner.Judged judged = lab.at(place -> replay.apply(new CaseRunner(place)));
      late = CaseRunner.isLate(judged.history());
      return judged;
    } finally {
      limit.release(late);
    }
  }

  private Optional<Finding> rehearsed(Scenario scenario, int stepsBefore, int replays) {
    List<CaseRunner.Judged> runs = rehearse(scenario);
    var hitRate = new HitRate(runs.size(), HitRate.CONFIRMATIONS);
    if (!hitRate.reported()) {
      return Optional.empty();
    }
    CaseRunner.Judged telling = runs.get(0);
    List<Violation> violations = tellingFirst(telling.violations());
    return Optional.of(
        new Finding(
            lab.target().subject(),
            violations,
            headed(scenario, violations.get(0)),
            telling.history(),
            hitRate,
            Optional.empty(),
            stepsBefore,
            replays,
            0,
            Optional.empty(),
            file));
  }

  /** Ten replays with full patience; those that show the symptom. */
  private List<CaseRunner.Judged> rehearse(Scenario scenario) {
    try (var threads = new SideBySide(HitRate.CONFIRMATIONS)) {
      return threads
          .map(
              Collections.nCopies(HitRate.CONFIRMATIONS, scenario),
              each -> inFlight(runner -> runner.run(each)))
          .stream()
          .filter(judged -> judged.shows(symptom))
          .toList();
    }
  }

  private List<Violation> tellingFirst(List<Violation> violations) {
    var ordered = new ArrayList<>(violations);
    ordered.sort(Comparator.comparing(violation -> !symptom.isOf(violation)));
    return ordered;
  }

  private ScenarioFile headed(Scenario scenario, Violation violation) {
    return new ScenarioFile(
        violation.invariant() + " violated" + violation.call().map(c -> " at " + c).orElse(""),
        Optional.of(lab.target().asked()),
        Optional.of(new Expectation.Violated(violation.invariant())),
        Optional.of(
            "found in "
                + lab.target().asked()
                + " "
                + lab.target().subject().version()
                + ", world "
                + lab.kind().label()),
        Optional.of(seed),
        scenario);
  }
}
