package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RepeatedCaseTest {
  private static final Scenario ONE_CALL = ScenarioCases.calling("A1");

  private final ScriptedWorld world = new ScriptedWorld();

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void runsUntilItIsToldToStop() throws InterruptedException {
    var repeated =
        new RepeatedCase(world.lab(GetDriver.correct()), ONE_CALL, Duration.ofMinutes(1));

    Progress progress =
        repeated.run(
            soFar -> {
              if (soFar.cases() > 0) {
                repeated.stop();
              }
            });

    assertThat(progress.cases()).isPositive();
    assertThat(progress.violating()).isZero();
    assertThat(repeated.defect()).isEmpty();
  }

  @Test
  void endsByItselfAtTheLatest() throws InterruptedException {
    var repeated =
        new RepeatedCase(world.lab(GetDriver.correct()), ONE_CALL, Duration.ofMillis(50));

    assertThat(repeated.run(soFar -> {}).elapsed()).isGreaterThan(Duration.ofMillis(50));
  }

  @Test
  void endsWithTheFirstDefectOfOurs() throws InterruptedException {
    var lab = world.lab(GetDriver.correct());
    var broken = new IllegalStateException("ours");
    world.beforeCase(
        number -> {
          throw broken;
        });
    var repeated = new RepeatedCase(lab, ONE_CALL, Duration.ofMinutes(1));

    assertThat(repeated.run(soFar -> {}).cases()).isZero();
    assertThat(repeated.defect()).map(CaseDefect::what).contains(broken.toString());
  }
}
