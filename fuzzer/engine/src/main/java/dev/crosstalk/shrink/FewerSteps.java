package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/** Candidates with a run of steps left out. */
final class FewerSteps {

  private FewerSteps() {}

  /** One candidate for each chunk of that many steps; those without the last steps first. */
  static List<Scenario> candidates(Scenario scenario, int chunk) {
    var candidates = new ArrayList<Scenario>();
    List<Step> steps = scenario.steps();
    for (int to = steps.size(); to > 0; to -= chunk) {
      var left = new ArrayList<>(steps.subList(0, Math.max(0, to - chunk)));
      left.addAll(steps.subList(to, steps.size()));
      candidates.add(scenario.withSteps(left));
    }
    return candidates;
  }
}
