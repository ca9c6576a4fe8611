package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.history.HistoryJson;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SecondLookTest {
  private static final Scenario CASE = ScenarioCases.calling("A2");

  private final RecordingListener told = new RecordingListener();
  private final Tally tally = new Tally("sample");
  @TempDir private Path home;
  @TempDir private Path folder;

  @Test
  void findsThatWorldsAgreeOnACorrectDriver() throws Exception {
    look(SampleDriver.PLAIN, CASE, 0);
    assertThat(tally.progress().compared()).isEqualTo(1);
    assertThat(tally.progress().differing()).isZero();
    assertThat(folder).isEmptyDirectory();
    assertThat(told.defects).isEmpty();
  }

  @Test
  void looksAtOneInAHundred() throws Exception {
    look(SampleDriver.PLAIN, CASE, 1, 50, 99, 100, 101, 200);
    assertThat(tally.progress().compared()).isEqualTo(2);
  }

  @Test
  void savesACaseOnWhichTheWorldsDifferWithBothHistories() throws Exception {
    look(SampleDriver.IMPATIENT, CASE, 300);
    assertThat(tally.progress().compared()).isEqualTo(1);
    assertThat(tally.progress().differing()).isEqualTo(1);
    Path saved = folder.resolve("worlds-differ");
    ScenarioFile file = ScenarioFiles.read(saved.resolve("sample-impatient-300.crosstalk"));
    assertThat(file.title()).isEqualTo("A2: TimedOut (simulated), Ok (fired)");
    assertThat(file.driver()).contains("sample/impatient");
    assertThat(file.seed()).contains("7/300");
    assertThat(file.expect()).isEmpty();
    assertThat(file.scenario()).isEqualTo(CASE);
    assertThat(outcomeIn(saved, "simulated")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(outcomeIn(saved, "fired")).isInstanceOf(Outcome.Ok.class);
  }

  @Test
  void comparesCasesCalm() throws Exception {
    Scenario hasty =
        new Scenario(
            CASE.settings().withSchedule(3),
            CASE.steps().stream().map(step -> step.atOnce(true)).toList());
    look(SampleDriver.IMPATIENT, hasty, 0);
    Path saved = folder.resolve("worlds-differ/sample-impatient-0.crosstalk");
    Scenario calm = ScenarioFiles.read(saved).scenario();
    assertThat(calm.settings().schedule()).isZero();
    assertThat(calm.steps()).noneMatch(Step::atOnce).hasSize(2);
  }

  @Test
  void keepsOnlySoManyOfThem() throws Exception {
    look(SampleDriver.IMPATIENT, CASE, Stream.iterate(0, n -> n + 100).limit(25).toList());
    assertThat(tally.progress().differing()).isEqualTo(25);
    try (Stream<Path> files = Files.list(folder.resolve("worlds-differ"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".crosstalk"))).hasSize(20);
    }
  }

  @Test
  void doesNotLookAtWhatHasNoNearerWorld() throws Exception {
    Target target = SampleHome.target(home, SampleDriver.REAL);
    look(target, CASE, List.of(0));
    assertThat(tally.progress().compared()).isZero();
  }

  private Outcome outcomeIn(Path saved, String world) throws IOException {
    Path file = saved.resolve("sample-impatient-300." + world + ".history.json");
    var history = HistoryJson.read(Files.readString(file));
    assertThat(history.world()).isEqualTo(world);
    return history.call("A2").orElseThrow().completions().getFirst().outcome();
  }

  private void look(Variant variant, Scenario scenario, Integer... numbers) {
    look(variant, scenario, List.of(numbers));
  }

  private void look(Variant variant, Scenario scenario, List<Integer> numbers) {
    look(SampleHome.target(home, variant), scenario, numbers);
  }

  /** As a campaign offers the cases it has judged. */
  private void look(Target target, Scenario scenario, List<Integer> numbers) {
    var plan =
        new CampaignPlan(List.of(target), new Budget.Cases(1), new Generation.Drawn(7), folder);
    try (var worlds = new Worlds(List.of(), 1);
        Lab lab = worlds.lab(target);
        var look = new SecondLook(worlds, lab, plan, tally, new CampaignEvents(told))) {
      CaseRunner.Judged judged = lab.at(place -> new CaseRunner(place).run(scenario));
      numbers.forEach(number -> look.mayLookAt(number, scenario, judged));
    }
  }
}
