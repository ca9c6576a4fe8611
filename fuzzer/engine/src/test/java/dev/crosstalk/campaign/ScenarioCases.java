package dev.crosstalk.campaign;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Target;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;

/** The scenarios that a campaign will run, known before, and some by hand. */
final class ScenarioCases {

  private ScenarioCases() {}

  static List<Scenario> of(long seed, Target target, int count) {
    var scenarios = new ArrayList<Scenario>();
    Scenarios.generate(
        seed,
        0,
        Vocabulary.of(target.variant()),
        (number, scenario) -> {
          scenarios.add(scenario);
          return scenarios.size() < count;
        });
    return scenarios;
  }

  static boolean starts(Scenario scenario, String label) {
    return scenario.steps().stream()
        .anyMatch(
            step ->
                step instanceof Step.Start start
                    && start.label().equals(Label.parse(label))
                    && !UserCode.givesNull(start.command()));
  }

  /** How many of a campaign's first cases start a call of that label whose answer is judged. */
  static long starting(long seed, Target target, int count, String label) {
    return of(seed, target, count).stream().filter(scenario -> starts(scenario, label)).count();
  }

  /** Plain calls, one after the other. */
  static Scenario calling(String... labels) {
    var steps = new ArrayList<Step>();
    for (String text : labels) {
      Label label = Label.parse(text);
      steps.add(start(text));
      steps.add(new Step.Await(label));
    }
    return new Scenario(ScenarioSettings.PLAIN, steps);
  }

  static Step start(String label) {
    return new Step.Start(Label.parse(label), Command.of("GET", "k" + label), false);
  }
}
