package dev.crosstalk.lab;

import dev.crosstalk.replay.Patience;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.util.List;
import java.util.Optional;

/**
 * Cases run before the first one that counts, so that no class is loaded and no static initialiser
 * runs inside a judged one. What they show is forgotten.
 */
final class WarmUp {
  private static final int ROUNDS = 5;

  private WarmUp() {}

  static void run(Place place) {
    var first = new Label(Lane.at(0), 1);
    var second = new Label(Lane.at(0), 2);
    var scenario =
        new Scenario(
            ScenarioSettings.PLAIN,
            List.of(
                new Step.Start(first, Command.of("GET", "k1"), false),
                new Step.Await(first),
                new Step.Start(second, Command.of("GET", "k2"), false),
                new Step.Tear(second, new Cut.BeforeEnd(1), Optional.of(Ending.CLOSE), false)));
    for (int round = 0; round < ROUNDS; round++) {
      place.replay(scenario, Patience.FULL);
    }
  }
}
