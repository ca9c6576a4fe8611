package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Candidates with any of a few steps under plain settings, the fewest first: where steps hold each
 * other, or the settings and the steps do, none of them can go by itself.
 */
final class PlainSubsets {
  /** Fewer are plain enough. */
  private static final int STEPS_MIN = 4;

  /** Of more there are too many subsets. */
  private static final int STEPS_MAX = 8;

  private PlainSubsets() {}

  static List<Scenario> candidates(Scenario scenario) {
    List<Step> steps = scenario.steps();
    if (steps.size() < STEPS_MIN || steps.size() > STEPS_MAX) {
      return List.of();
    }
    ScenarioSettings settings = ScenarioSettings.PLAIN.withLanes(scenario.settings().lanes());
    List<Step> plainest = steps.stream().map(PlainSubsets::plainest).toList();
    var candidates = new ArrayList<Scenario>();
    IntStream.range(0, (1 << steps.size()) - 1)
        .boxed()
        .sorted(Comparator.comparing(Integer::bitCount))
        .forEach(
            chosen -> {
              candidates.add(new Scenario(settings, subset(plainest, chosen)));
              candidates.add(new Scenario(settings, subset(steps, chosen)));
            });
    return candidates.stream().distinct().toList();
  }

  /** Those whose bits are set. */
  private static List<Step> subset(List<Step> steps, int chosen) {
    return IntStream.range(0, steps.size())
        .filter(place -> (chosen & 1 << place) != 0)
        .mapToObj(steps::get)
        .toList();
  }

  private static Step plainest(Step step) {
    return step instanceof Step.Start start
        ? new Step.Start(start.label(), Command.of("GET", "k" + start.label()), false)
        : step.atOnce(false);
  }
}
