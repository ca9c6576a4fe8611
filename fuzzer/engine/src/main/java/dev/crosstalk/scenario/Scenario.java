package dev.crosstalk.scenario;

import java.util.List;
import java.util.Objects;

/**
 * Everything a replay needs: settings and steps. Labels that start twice are allowed; only the
 * first start counts.
 *
 * @param steps may be empty: then the driver is probed and nothing else
 */
public record Scenario(ScenarioSettings settings, List<Step> steps) {
  public static final int STEPS_MAX = 10_000;

  public Scenario {
    Objects.requireNonNull(settings, "settings");
    steps = List.copyOf(steps);
    if (steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException(steps.size() + " steps, at most " + STEPS_MAX);
    }
  }

  /** The same with no step that has the server send what no correct server sends. */
  public Scenario legal() {
    return withSteps(steps.stream().filter(step -> !(step instanceof Step.Corrupt)).toList());
  }

  public Scenario withSteps(List<Step> others) {
    return new Scenario(settings, others);
  }
}
