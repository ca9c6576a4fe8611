package dev.crosstalk.contract;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.FindingFiles;
import dev.crosstalk.campaign.Investigation;
import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.campaign.Signature;
import dev.crosstalk.corpus.Corpus;
import dev.crosstalk.generate.ScenarioUnpacker;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.report.FindingScreen;
import dev.crosstalk.report.Ink;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Some scenarios run side by side, since on the true clock one alone mostly waits. A violation that
 * repeats is shrunk, and fails the test unless a saved scenario of this driver shows the same.
 */
final class Handful {
  static final int SIZE = 16;

  /** A schedule with more kinds of steps than that besides a known one is not called known. */
  private static final int KINDS_MORE_MAX = 1;

  private static final int SIMULATED_TIMES = 20;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Handful() {}

  static void requireSilence(Lab lab, List<List<Long>> longs) {
    Vocabulary vocabulary = Vocabulary.of(lab.target().variant());
    List<List<Long>> all = lab.kind() == WorldKind.SIMULATED ? manyMore(longs) : longs;
    List<Scenario> scenarios =
        all.stream().map(each -> ScenarioUnpacker.unpack(each, vocabulary).legal()).toList();
    List<Rehearsal.Run> runs = Rehearsal.runEach(lab, scenarios);
    for (int i = 0; i < runs.size(); i++) {
      Optional<Violation> ofACall =
          runs.get(i).violations().stream()
              .filter(violation -> violation.family() != Family.CLEAN)
              .findFirst();
      if (runs.get(i).violated() && ofACall.isPresent()) {
        Violation violation = ofACall.get();
        investigate(
            fastest(lab, scenarios.get(i), violation), scenarios.get(i), all.get(i), violation);
      }
    }
  }

  /** Where a replay costs next to nothing, if the same shows there. */
  private static Lab fastest(Lab lab, Scenario scenario, Violation violation) {
    return UnderTest.labs().stream()
        .filter(other -> other.kind() == WorldKind.SIMULATED)
        .filter(other -> other.target().name().equals(lab.target().name()))
        .filter(other -> shows(other, scenario, violation))
        .findFirst()
        .orElse(lab);
  }

  private static boolean shows(Lab lab, Scenario scenario, Violation violation) {
    return Rehearsal.run(lab, scenario, 1).get(0).violations().stream()
        .anyMatch(other -> other.invariant().equals(violation.invariant()));
  }

  /** Where a case costs next to nothing, others grow from each. */
  private static List<List<Long>> manyMore(List<List<Long>> longs) {
    var more = new ArrayList<>(longs);
    for (long step = 1; step < SIMULATED_TIMES; step++) {
      long shift = step * GOLDEN_GAMMA;
      longs.forEach(each -> more.add(each.stream().map(number -> number + shift).toList()));
    }
    return more;
  }

  private static void investigate(
      Lab lab, Scenario scenario, List<Long> longs, Violation violation) {
    Target target = lab.target();
    String name = target.name().replace('/', '-') + "-" + violation.invariant() + ".crosstalk";
    Path file = UnderTest.reports().resolve(name);
    Optional<Finding> finding =
        Investigation.run(lab, scenario, violation, "property " + longs, file);
    if (finding.isEmpty()) {
      return;
    }
    if (isKnown(target, finding.get())) {
      FindingFiles.delete(finding.get());
    } else {
      throw new AssertionError(
          "every reply matches its request, but:\n"
              + FindingScreen.of(finding.get(), UnderTest.places(), Ink.PLAIN)
              + "\n(unpacked from "
              + longs
              + ")");
    }
  }

  /** Whether a scenario kept in the corpus for this driver shows what this finding shows. */
  private static boolean isKnown(Target target, Finding finding) {
    Signature found = Signature.of(finding.violation().family(), finding.scenario().scenario());
    String driver = target.driver().declaration().name();
    for (Corpus.Entry entry : UnderTest.corpus().of(driver, target.variant().name())) {
      if (entry.scenario().expect().orElse(null)
              instanceof Expectation.Violated(String invariant, var _)
          && isLike(
              found,
              known(
                  finding,
                  Signature.of(Oracles.familyOf(invariant), entry.scenario().scenario())))) {
        return true;
      }
    }
    return false;
  }

  /** A schedule that splits replies may have done what a known scenario says by a cut. */
  private static Signature known(Finding finding, Signature known) {
    return finding.scenario().scenario().settings().schedule() == 0 ? known : known.withoutCuts();
  }

  private static boolean isLike(Signature found, Signature known) {
    return found.kinds().size() <= known.kinds().size() + KINDS_MORE_MAX && found.includes(known);
  }
}
