package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.Coverage.Cell;
import dev.crosstalk.campaign.Coverage.Feature;
import dev.crosstalk.campaign.Coverage.Moment;
import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.history.History;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.SimulatedLab;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CoverageTest {
  private static final Label A1 = Label.parse("A1");
  private static final Step START = new Step.Start(A1, Command.of("GET", "kA1"), false);

  @TempDir private Path home;

  private final Coverage coverage = new Coverage();

  @Test
  void tellsHowFarACallWasWhenSomethingHappenedToIt() {
    add(START, new Step.Tear(A1, new Cut.After(1), Optional.empty(), false), new Step.Expire());

    assertThat(coverage.reached())
        .containsExactlyInAnyOrder(
            new Cell(Fault.CUT, Feature.TEXT, Moment.WAITING),
            new Cell(Fault.EXPIRE, Feature.TEXT, Moment.HALF_READ));
  }

  @Test
  void tellsWhatHappenedToNobody() {
    add(START, new Step.Await(A1), new Step.Restart(Ending.CLOSE, false));

    assertThat(coverage.reached())
        .containsExactly(new Cell(Fault.RESTART, Feature.NO_CALL, Moment.IDLE));
  }

  @Test
  void passesOverWhatDidNothing() {
    add(new Step.Release(A1, false));

    assertThat(coverage.reached()).isEmpty();
  }

  @Test
  void countsInAHundredThousandCases() {
    add(START, new Step.Expire());
    add(START, new Step.Await(A1));

    assertThat(coverage.cases()).isEqualTo(2);
    assertThat(coverage.per100k(Fault.EXPIRE, Feature.TEXT)).isEqualTo(50_000);
    assertThat(coverage.per100k(Fault.EXPIRE, Moment.WAITING)).isEqualTo(50_000);
    assertThat(coverage.per100k(Fault.EXPIRE, Feature.MAP)).isZero();
  }

  @Test
  void whatIsTakenIsCountedElsewhereAndNoMoreHere() {
    add(START, new Step.Expire());
    var all = new Coverage();

    all.add(coverage.take());
    add(START, new Step.Expire());
    all.add(coverage.take());

    assertThat(all.cases()).isEqualTo(2);
    assertThat(all.per100k(Fault.EXPIRE, Feature.TEXT)).isEqualTo(100_000);
    assertThat(coverage.cases()).isZero();
    assertThat(coverage.take()).isEqualTo(new Coverage.Part(List.of(), 0));
  }

  private void add(Step... steps) {
    var scenario = new Scenario(ScenarioSettings.PLAIN, List.of(steps));
    var target = SampleHome.target(home, SampleDriver.PLAIN);
    try (Lab lab = new SimulatedLab(target, 1, Rewriting.WORLD_MONITORS)) {
      History history = lab.at(place -> place.replay(scenario, Patience.FULL));
      coverage.add(scenario, history);
    }
  }
}
