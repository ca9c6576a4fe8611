package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.SessionKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BenchCasesTest {

  @ParameterizedTest
  @EnumSource
  void makesTenCallsAloneWithOneTimeoutAndOneTornReply(SessionKind session) {
    Scenario scenario = BenchCases.ofLanes(1, session);

    assertThat(calls(scenario)).isEqualTo(10);
    assertThat(scenario.steps()).filteredOn(Step.Expire.class::isInstance).hasSize(1);
    assertThat(scenario.steps()).filteredOn(Step.Tear.class::isInstance).hasSize(1);
    assertThat(scenario.settings().lanes()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void makesFourCallsOnEachOfSeveralLanesWithOneTimeout(SessionKind session) {
    Scenario scenario = BenchCases.ofLanes(3, session);

    assertThat(calls(scenario)).isEqualTo(12);
    assertThat(scenario.steps()).filteredOn(Step.Expire.class::isInstance).hasSize(1);
    assertThat(scenario.settings().lanes()).isEqualTo(3);
    assertThat(scenario.settings().poolSize()).isEqualTo(3);
  }

  @ParameterizedTest
  @EnumSource
  void growsByItsCallsAlone(SessionKind session) {
    assertThat(calls(BenchCases.ofLength(10, session))).isEqualTo(10);
    assertThat(calls(BenchCases.ofLength(405, session))).isEqualTo(405);
  }

  @Test
  void hasTwentyStepsToShrink() {
    assertThat(BenchCases.toShrink().steps()).hasSize(20);
  }

  private static long calls(Scenario scenario) {
    return scenario.steps().stream()
        .filter(step -> step instanceof Step.Start start && start.command().name().equals("GET"))
        .count();
  }
}
