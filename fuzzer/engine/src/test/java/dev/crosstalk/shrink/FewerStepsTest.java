package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.numbered;
import static dev.crosstalk.shrink.Steps.ofLength;
import static dev.crosstalk.shrink.Steps.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FewerStepsTest {

  @Test
  void leavesOutOneStepAfterTheOtherFromTheBack() {
    assertThat(FewerSteps.candidates(ofLength(3), 1))
        .containsExactly(
            scenario(numbered(1), numbered(2)),
            scenario(numbered(1), numbered(3)),
            scenario(numbered(2), numbered(3)));
  }

  @Test
  void leavesOutRunsThatDoNotOverlapTheFirstOfThemShorter() {
    assertThat(FewerSteps.candidates(ofLength(5), 2))
        .containsExactly(
            ofLength(3),
            scenario(numbered(1), numbered(4), numbered(5)),
            scenario(numbered(2), numbered(3), numbered(4), numbered(5)));
  }

  @Test
  void leavesOutEverythingWhereTheRunIsAsLongAsTheScenario() {
    assertThat(FewerSteps.candidates(ofLength(3), 3)).containsExactly(scenario());
    assertThat(FewerSteps.candidates(ofLength(3), 9)).containsExactly(scenario());
  }

  @Test
  void leavesOutNothingOfNothing() {
    assertThat(FewerSteps.candidates(scenario(), 1)).isEmpty();
  }

  @Test
  void keepsTheSettings() {
    var settings =
        new ScenarioSettings(
            Protocol.RESP3, Duration.ofSeconds(9), 2, 3, Optional.empty(), 4, Duration.ZERO);

    assertThat(FewerSteps.candidates(new Scenario(settings, List.of(numbered(1))), 1))
        .containsExactly(new Scenario(settings, List.of()));
  }
}
