package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.A1;
import static dev.crosstalk.shrink.Steps.numbered;
import static dev.crosstalk.shrink.Steps.ofLength;
import static dev.crosstalk.shrink.Steps.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradedStepsTest {
  private static final ScenarioSettings TWO_LANES = ScenarioSettings.PLAIN.withLanes(2);

  @Test
  void leavesOutPairsFirstThenTakesALaneMore() {
    assertThat(TradedSteps.candidates(ofLength(3)))
        .containsExactly(
            scenario(numbered(1)),
            scenario(numbered(2)),
            scenario(numbered(3)),
            new Scenario(TWO_LANES, List.of()),
            new Scenario(TWO_LANES, List.of(numbered(1))),
            new Scenario(TWO_LANES, List.of(numbered(1), numbered(2))));
  }

  @Test
  void takesNoLaneMoreThanThereMayBe() {
    ScenarioSettings all = ScenarioSettings.PLAIN.withLanes(ScenarioSettings.LANES_MAX);

    assertThat(TradedSteps.candidates(new Scenario(all, List.of(numbered(1))))).isEmpty();
  }

  @Test
  void endsAConnectionOfEachLaneInThePlaceOfAFaultAndAnotherStep() {
    Step hold = new Step.Hold(A1);
    Step await = new Step.Await(Label.parse("B1"));

    assertThat(TradedSteps.candidates(scenario(numbered(1), hold, await)))
        .contains(
            scenario(numbered(1), new Step.End(Lane.at(0), Ending.CLOSE, false)),
            scenario(new Step.End(Lane.at(1), Ending.CLOSE, false), await),
            scenario(new Step.End(Lane.at(0), Ending.CLOSE, false), await));
  }

  @Test
  void expiresInThePlaceOfAFaultAndAnotherStep() {
    Step call = Steps.start("GET", "kA1");

    assertThat(TradedSteps.candidates(scenario(call, new Step.Hold(A1), new Step.Await(A1))))
        .contains(scenario(call, new Step.Expire()));
  }

  @Test
  void awaitsTheLatestCallInThePlaceOfAFaultAndAnotherStep() {
    Step call = Steps.start("GET", "kA1");

    assertThat(
            TradedSteps.candidates(
                scenario(call, new Step.Hold(Label.parse("A2")), new Step.Expire())))
        .contains(scenario(call, new Step.Await(A1)));
  }

  @Test
  void putsNoFaultWhereThereIsNone() {
    assertThat(TradedSteps.candidates(ofLength(4)))
        .allSatisfy(
            candidate ->
                assertThat(candidate.steps()).allMatch(step -> step instanceof Step.Await));
  }

  @Test
  void hasFewerStepsEachTime() {
    Scenario whole = scenario(new Step.Hold(A1), new Step.Expire(), numbered(3), numbered(4));

    assertThat(TradedSteps.candidates(whole))
        .isNotEmpty()
        .allMatch(candidate -> candidate.steps().size() < whole.steps().size());
  }

  @Test
  void tradesNothingInLongSchedules() {
    assertThat(TradedSteps.candidates(ofLength(9))).isEmpty();
  }
}
