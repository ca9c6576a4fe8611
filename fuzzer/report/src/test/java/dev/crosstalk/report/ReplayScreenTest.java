package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.scenario.ScenarioSettings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayScreenTest {
  private static final Rehearsal.Run VIOLATES =
      new Rehearsal.Run(Stories.tornReply(), List.of(Stories.tornReplyMatched()), false);
  private static final Rehearsal.Run HOLDS =
      new Rehearsal.Run(Stories.strangeBytes(), List.of(), false);
  private static final Rehearsal.Run DISTURBED =
      new Rehearsal.Run(Stories.strangeBytes(), List.of(), true);

  @Test
  void showsTheFirstRunThatViolates() {
    Golden.check(
        "replay-violated",
        screen(
            Optional.of(new Expectation.Violated("matched")),
            List.of(HOLDS, VIOLATES, VIOLATES, DISTURBED)));
  }

  @Test
  void showsTheLastRunWhenAllHold() {
    Golden.check(
        "replay-held", screen(Optional.of(new Expectation.Holds()), List.of(HOLDS, HOLDS)));
  }

  @Test
  void countsAnInvariantOfTheSameFamilyAsExpected() {
    assertThat(screen(Optional.of(new Expectation.Violated("typed")), List.of(VIOLATES)))
        .contains("typed violated: met in 1 of 1 runs")
        .endsWith("violated 1 of 1: matched\n");
    assertThat(screen(Optional.of(new Expectation.Violated("once")), List.of(VIOLATES)))
        .contains("once violated: NOT met");
  }

  @Test
  void saysNothingOfAnExpectationWhenEveryRunWasDisturbed() {
    assertThat(screen(Optional.of(new Expectation.Holds()), List.of(DISTURBED)))
        .contains("holds: unclear")
        .endsWith("violated 0 of 1 (1 disturbed)\n");
  }

  private static String screen(Optional<Expectation> expect, List<Rehearsal.Run> runs) {
    var file =
        new ScenarioFile(
            "a torn reply",
            Optional.of("sample/raw"),
            expect,
            Optional.empty(),
            Optional.of("42/17"),
            new Scenario(ScenarioSettings.PLAIN, List.of()));
    return ReplayScreen.of("x.crosstalk", file, runs, Ink.PLAIN);
  }
}
