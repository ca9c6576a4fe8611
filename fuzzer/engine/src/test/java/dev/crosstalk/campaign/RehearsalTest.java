package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Rehearsal.Run;
import dev.crosstalk.history.History;
import dev.crosstalk.lab.Target;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RehearsalTest {
  private static final Scenario FIRST = ScenarioCases.calling("A1");
  private static final Scenario SECOND = ScenarioCases.calling("A2");

  private final ScriptedWorld world = new ScriptedWorld();

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void givesAnEntryForEachRun() {
    List<Run> runs = Rehearsal.run(world.lab(crossing("A1")), FIRST, 12);

    assertThat(runs).hasSize(12).allMatch(Run::violated).noneMatch(Run::disturbed);
    assertThat(world.cases()).isEqualTo(ScriptedWorld.WARM_UP + 1 + 12);
  }

  @Test
  void givesEntriesInTheOrderOfTheScenarios() {
    List<Run> runs =
        Rehearsal.runEach(world.lab(crossing("A2")), List.of(FIRST, SECOND, FIRST, SECOND));

    assertThat(runs).extracting(Run::violated).containsExactly(false, true, false, true);
  }

  @Test
  void takesNoScenariosForNoRuns() {
    assertThat(Rehearsal.runEach(world.lab(crossing("A2")), List.of())).isEmpty();
  }

  @Test
  void saysWhatWasDisturbedInEveryTry() {
    Target target = GetDriver.planted(key -> Optional.of(new Outcome.TimedOut("at once")));

    assertThat(Rehearsal.run(world.lab(target), FIRST, 1)).allMatch(Run::disturbed);
  }

  @Test
  void countsTheRunsThatAreTheVeryFirstAgain() {
    History one = HistoryBuilder.of(Variant.named("plain")).history();
    History other = HistoryBuilder.of(Variant.named("plain")).pass(1).history();

    assertThat(Rehearsal.identical(Stream.of(one, other, one, one).map(this::run).toList()))
        .isEqualTo(3);
    assertThat(Rehearsal.identical(List.of(run(other)))).isEqualTo(1);
  }

  private Run run(History history) {
    return new Run(history, List.of(), false);
  }

  private static Target crossing(String label) {
    return GetDriver.planted(GetDriver.crossing(label));
  }
}
