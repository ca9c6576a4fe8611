package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.List;
import java.util.stream.IntStream;

/** Scenarios by hand, already as plain as can be but for their length. */
final class Steps {
  static final Label A1 = Label.parse("A1");

  private Steps() {}

  /** A step that stays as it is, different from that of each other number. */
  static Step numbered(int number) {
    return new Step.Await(new Label(Lane.at(0), number));
  }

  /** As many steps, no two of them alike. */
  static Scenario ofLength(int length) {
    return scenario(IntStream.rangeClosed(1, length).mapToObj(Steps::numbered).toList());
  }

  static Scenario scenario(Step... steps) {
    return scenario(List.of(steps));
  }

  static Scenario scenario(List<Step> steps) {
    return new Scenario(ScenarioSettings.PLAIN, steps);
  }

  static Step start(String name, String... arguments) {
    return new Step.Start(A1, Command.of(name, arguments), false);
  }
}
