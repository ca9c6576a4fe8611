package dev.crosstalk.contract;

import dev.crosstalk.campaign.Finding;
import dev.crosstalk.campaign.FindingFiles;
import dev.crosstalk.campaign.Investigation;
import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.generate.ScenarioUnpacker;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.report.FindingScreen;
import dev.crosstalk.report.Ink;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Handfuls of scenarios run side by side, since on the true clock one alone mostly waits. A
 * violation that repeats is shrunk, and is news unless a saved scenario of this driver shows the
 * same. All news are gathered, so that one run tells everything there is.
 */
final class Handfuls {
  static final int SIZE = 16;

  private static final int SIMULATED_TIMES = 20;
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final Map<String, KnownFindings> known = new LinkedHashMap<>();
  private final List<String> news = new ArrayList<>();

  /** What was found and is not known, each as its screen; empty when all is silent. */
  List<String> news() {
    return List.copyOf(news);
  }

  void run(Lab lab, List<List<Long>> longs) {
    Vocabulary vocabulary = Vocabulary.of(lab.target().variant());
    List<List<Long>> all = lab.kind() == WorldKind.SIMULATED ? manyMore(longs) : longs;
    List<Scenario> scenarios =
        all.stream().map(each -> ScenarioUnpacker.unpack(each, vocabulary)).toList();
    List<Rehearsal.Run> runs = Rehearsal.runEach(lab, scenarios);
    for (int i = 0; i < runs.size(); i++) {
      if (runs.get(i).violated()) {
        Violation violation = runs.get(i).violations().getFirst();
        investigate(
            fastest(lab, scenarios.get(i), violation), scenarios.get(i), all.get(i), violation);
      }
    }
  }

  /** Where a replay costs next to nothing, if the same shows there. */
  private static Lab fastest(Lab lab, Scenario scenario, Violation violation) {
    Lab simulated = simulated(lab);
    return simulated.equals(lab) || shows(simulated, scenario, violation) ? simulated : lab;
  }

  /** Of the same variant; the given one where that cannot be simulated. */
  private static Lab simulated(Lab lab) {
    return UnderTest.labs().stream()
        .filter(other -> other.kind() == WorldKind.SIMULATED)
        .filter(other -> other.target().name().equals(lab.target().name()))
        .findFirst()
        .orElse(lab);
  }

  private static boolean shows(Lab lab, Scenario scenario, Violation violation) {
    return Rehearsal.run(lab, scenario, 1).getFirst().violations().stream()
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

  private void investigate(Lab lab, Scenario scenario, List<Long> longs, Violation violation) {
    String target = lab.target().name();
    KnownFindings known =
        this.known.computeIfAbsent(target, unused -> new KnownFindings(simulated(lab)));
    String name =
        target.replace('/', '-') + "-" + violation.invariant() + "-" + news.size() + ".crosstalk";
    Path file = UnderTest.reports().resolve(name);
    Optional<Finding> finding =
        Investigation.run(lab, scenario, violation, "property " + longs, file);
    if (finding.isEmpty()) {
      return;
    }
    if (known.has(finding.get())) {
      FindingFiles.delete(finding.get());
    } else {
      known.add(finding.get());
      news.add(
          FindingScreen.of(finding.get(), UnderTest.places(), Ink.PLAIN)
              + "\n(unpacked from "
              + longs
              + ")");
    }
  }
}
