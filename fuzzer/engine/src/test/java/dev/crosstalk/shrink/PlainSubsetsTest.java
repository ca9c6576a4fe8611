package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.numbered;
import static dev.crosstalk.shrink.Steps.ofLength;
import static dev.crosstalk.shrink.Steps.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Protocol;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainSubsetsTest {

  @Test
  void areAllOfThemButTheWholeTheFewestFirst() {
    List<Scenario> candidates = PlainSubsets.candidates(ofLength(4));

    assertThat(candidates).hasSize(15).doesNotHaveDuplicates().doesNotContain(ofLength(4));
    assertThat(candidates)
        .isSortedAccordingTo((one, other) -> one.steps().size() - other.steps().size());
    assertThat(candidates).contains(scenario(numbered(1), numbered(4)));
  }

  @Test
  void areUnderPlainSettingsButForTheLanesThatProbe() {
    var settings =
        new ScenarioSettings(
            Protocol.RESP3, Duration.ofSeconds(9), 2, 3, Optional.empty(), 4, Duration.ZERO);

    assertThat(PlainSubsets.candidates(new Scenario(settings, ofLength(4).steps())))
        .extracting(Scenario::settings)
        .containsOnly(ScenarioSettings.PLAIN.withLanes(2));
  }

  @Test
  void haveTheirCommandsAsTheyAreAndAsPlainAsCanBe() {
    Step odd = new Step.Start(Steps.A1, Command.of("SET", "x", "v"), true);

    assertThat(PlainSubsets.candidates(scenario(odd, numbered(2), numbered(3), numbered(4))))
        .contains(scenario(odd), scenario(Steps.start("GET", "kA1")));
  }

  @Test
  void areNoneOfFewStepsNorOfMany() {
    assertThat(PlainSubsets.candidates(ofLength(3))).isEmpty();
    assertThat(PlainSubsets.candidates(ofLength(9))).isEmpty();
  }
}
