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
import java.util.stream.IntStream;

/**
 * Handfuls of scenarios run side by side, since on the true clock one alone mostly waits. A
 * violation that repeats is shrunk, and is news unless a saved scenario of this driver shows the
 * same. All news are gathered, so that one run tells everything there is.
 */
final class Handfuls {
  static final int SIZE = 16;

  private static final int SIMULATED_TIMES = 20;

  /** What is a race elsewhere may take another schedule than the scenario's own to show. */
  private static final int SCHEDULES = 64;

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
        investigate(fastest(new Suspect(lab, scenarios.get(i), violation)), all.get(i));
      }
    }
  }

  /** A case that violated. */
  private record Suspect(Lab lab, Scenario scenario, Violation violation) {}

  /** Where a replay costs next to nothing, if the same shows there. */
  private static Suspect fastest(Suspect suspect) {
    Lab simulated = simulated(suspect.lab());
    if (simulated.equals(suspect.lab())) {
      return suspect;
    }
    List<Scenario> scheduled =
        IntStream.range(0, SCHEDULES)
            .mapToObj(seed -> scheduled(suspect.scenario(), seed))
            .toList();
    List<Rehearsal.Run> runs = Rehearsal.runEach(simulated, scheduled);
    return IntStream.range(0, SCHEDULES)
        .filter(seed -> shows(runs.get(seed), suspect.violation()))
        .mapToObj(seed -> new Suspect(simulated, scheduled.get(seed), suspect.violation()))
        .findFirst()
        .orElse(suspect);
  }

  /** As it is first, then under others. */
  private static Scenario scheduled(Scenario scenario, int seed) {
    return seed == 0
        ? scenario
        : new Scenario(scenario.settings().withSchedule(seed), scenario.steps());
  }

  /** Of the same variant; the given one where that cannot be simulated. */
  private static Lab simulated(Lab lab) {
    return UnderTest.labs().stream()
        .filter(other -> other.kind() == WorldKind.SIMULATED)
        .filter(other -> other.target().name().equals(lab.target().name()))
        .findFirst()
        .orElse(lab);
  }

  private static boolean shows(Rehearsal.Run run, Violation violation) {
    return run.violations().stream()
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

  private void investigate(Suspect suspect, List<Long> longs) {
    String target = suspect.lab().target().name();
    String invariant = suspect.violation().invariant();
    Lab simulated = simulated(suspect.lab());
    KnownFindings known =
        this.known.computeIfAbsent(target, unused -> new KnownFindings(simulated));
    // A race that only TCP has takes minutes to shrink there.
    if (!simulated.equals(suspect.lab())
        && known.mayShowIn(suspect.violation().family(), suspect.scenario())) {
      return;
    }
    String name = target.replace('/', '-') + "-" + invariant + "-" + news.size() + ".crosstalk";
    Path file = UnderTest.reports().resolve(name);
    Optional<Finding> finding =
        Investigation.run(
            suspect.lab(), suspect.scenario(), suspect.violation(), "property " + longs, file);
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
