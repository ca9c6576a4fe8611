package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.ShortLab;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ScheduleSweepTest {
  private static final int SCHEDULES = 12;

  @TempDir private Path home;

  @Test
  void countsWhatElseMayHappen() {
    ScheduleSweep.Result result = sweep(SampleDriver.PLAIN, racing("A1", "B1", "C1"));
    assertThat(result.schedules()).isEqualTo(SCHEDULES);
    assertThat(result.distinct()).isBetween(2, SCHEDULES);
    assertThat(result.violating()).isEmpty();
    assertThat(result.telling()).isEmpty();
  }

  @Test
  void isTheSameEachTime() {
    Scenario scenario = racing("A1", "B1", "C1");
    assertThat(sweep(SampleDriver.PLAIN, scenario)).isEqualTo(sweep(SampleDriver.PLAIN, scenario));
  }

  @Test
  void namesTheSeedsThatViolateAndShowsTheFirst() {
    Scenario scenario = racing("A2", "B1");
    try (Lab lab = ShortLab.of(SampleHome.target(home, SampleDriver.CROSSING), 2)) {
      ScheduleSweep.Result result = ScheduleSweep.run(lab, scenario, SCHEDULES);
      assertThat(result.violating())
          .containsExactlyElementsOf(IntStream.rangeClosed(1, SCHEDULES).boxed().toList());
      Rehearsal.Run telling = result.telling().orElseThrow();
      assertThat(telling.violations().getFirst().invariant()).isEqualTo("matched");
      assertThat(telling.history()).isEqualTo(under(1, lab, scenario));
      assertThat(telling.history()).isNotEqualTo(under(SCHEDULES, lab, scenario));
    }
  }

  private static History under(int schedule, Lab lab, Scenario scenario) {
    var scheduled = new Scenario(scenario.settings().withSchedule(schedule), scenario.steps());
    return lab.at(place -> place.replay(scheduled, Patience.FULL));
  }

  private ScheduleSweep.Result sweep(Variant variant, Scenario scenario) {
    try (Lab lab = ShortLab.of(SampleHome.target(home, variant), 2)) {
      return ScheduleSweep.run(lab, scenario, SCHEDULES);
    }
  }

  private static Scenario racing(String... labels) {
    List<Step> steps =
        List.of(labels).stream().map(label -> ScenarioCases.start(label).atOnce(true)).toList();
    return new Scenario(ScenarioSettings.PLAIN, steps);
  }
}
