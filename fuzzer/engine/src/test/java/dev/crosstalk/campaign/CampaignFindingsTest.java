package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.history.HistoryJson;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From cases that violate to findings on disk, over real TCP. */
@Timeout(120)
class CampaignFindingsTest {
  /** Whose cases all come to the A2 that they start: none loses its connection before. */
  private static final long SEED = 16;

  private static final int CASES = 12;

  private final ScriptedWorld world = new ScriptedWorld();
  private final RecordingListener told = new RecordingListener();
  @TempDir private Path folder;

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void findsAPlantedDefectAndShrinksItToItsOneStep() {
    Finding finding = theOneFinding(run(CASES, GetDriver.planted(GetDriver.crossing("A2"))));

    assertThat(finding.violation().invariant()).isEqualTo("matched");
    assertThat(finding.hitRate()).isEqualTo(new HitRate(10, 10));
    assertThat(finding.scenario().scenario())
        .isEqualTo(new Scenario(ScenarioSettings.PLAIN, List.of(ScenarioCases.start("A2"))));
    assertThat(finding.replays()).isPositive();
  }

  @Test
  void countsTheCasesThatShowedTheSameAgain() {
    Target target = GetDriver.planted(GetDriver.crossing("A2"));
    long showing = ScenarioCases.starting(SEED, target, CASES, "A2");
    assertThat(showing).isBetween(2L, CASES - 1L);

    CampaignSummary summary = run(CASES, target);

    assertThat(theOneFinding(summary).repeats()).isEqualTo(showing - 1);
    assertThat(summary.targets()).extracting(Progress::violating).containsExactly(showing);
    assertThat(summary.targets()).extracting(Progress::findings).containsExactly(1);
  }

  @Test
  void savesAFindingBeforeItIsShrunkAndAgainAfterwards() {
    var saved = new ConcurrentHashMap<Path, Scenario>();
    told.onConfirmed(finding -> saved.put(finding.file(), read(finding.file()).scenario()));

    Finding shrunk = theOneFinding(run(CASES, GetDriver.planted(GetDriver.crossing("A2"))));

    assertThat(told.confirmed)
        .singleElement()
        .satisfies(
            confirmed -> {
              assertThat(confirmed.replays()).isZero();
              assertThat(confirmed.scenario().scenario().steps()).hasSize(confirmed.stepsBefore());
              assertThat(confirmed.scenario().scenario()).isEqualTo(saved.get(shrunk.file()));
            });
    assertThat(told.shrunk).singleElement().extracting(Finding::file).isEqualTo(shrunk.file());
    assertThat(read(shrunk.file())).isEqualTo(shrunk.scenario());
  }

  @Test
  void savesTheHistoryBesideTheScenario() throws Exception {
    Finding finding = theOneFinding(run(CASES, GetDriver.planted(GetDriver.crossing("A2"))));

    Path history = FindingFiles.historyOf(finding.file());
    assertThat(HistoryJson.read(Files.readString(history))).isEqualTo(finding.history());
    assertThat(folder)
        .isDirectoryContaining("glob:**/get-raw-matched-1.crosstalk")
        .isDirectoryContaining("glob:**/get-raw-matched-1.history.json");
  }

  @Test
  void saysInTheFileWhereItComesFromAndWhatItShows() {
    Finding finding = theOneFinding(run(CASES, GetDriver.planted(GetDriver.crossing("A2"))));

    assertThat(finding.scenario().title()).isEqualTo("matched violated at A2");
    assertThat(finding.scenario().driver()).contains("get/raw");
    assertThat(finding.scenario().expect()).contains(new Expectation.Violated("matched"));
    assertThat(finding.scenario().source()).contains("found in get/raw 1.0, world real");
    assertThat(finding.scenario().seed())
        .hasValueSatisfying(s -> assertThat(s).matches(SEED + "/[0-9]+"));
  }

  @Test
  void keepsFindingsOfDifferentInvariantsApart() {
    Target target =
        GetDriver.planted(
            key ->
                key.startsWith("kA1")
                    ? Optional.of(new Outcome.Garbled("ClassCastException: no List"))
                    : GetDriver.crossing("A3").apply(key));

    CampaignSummary summary = run(2 * CASES, target);

    assertThat(summary.findings())
        .extracting(finding -> finding.violation().invariant())
        .containsExactlyInAnyOrder("matched", "garbled");
    assertThat(summary.findings()).extracting(Finding::file).doesNotHaveDuplicates();
  }

  @Test
  void tellsOfAFlakyFindingHowOftenItHit() {
    Target everyOtherTime = onTurns(turn -> turn % 2 == 0);

    Finding finding = theOneFinding(run(1, everyOtherTime));

    assertThat(finding.hitRate().flaky()).isTrue();
    assertThat(finding.hitRate().hits()).isBetween(HitRate.REPORTED_FROM, 9);
  }

  @Test
  void onlyCountsAndKeepsWhatDoesNotRepeat() {
    Target once = onTurns(turn -> turn == 0);

    CampaignSummary summary = run(1, once);

    assertThat(summary.findings()).isEmpty();
    assertThat(summary.defects()).isEmpty();
    assertThat(summary.unconfirmed()).isEqualTo(1);
    assertThat(told.confirmed).isEmpty();
    assertThat(read(folder.resolve("unconfirmed/get-raw-matched-1.crosstalk")).scenario())
        .isEqualTo(ScenarioCases.of(SEED, once, 1).getFirst());
  }

  @Test
  void stopsShrinkingWhenItIsStopped() {
    var plan =
        new CampaignPlan(
            List.of(GetDriver.planted(GetDriver.crossing("A2"))),
            new Budget.Cases(CASES),
            new Generation.Drawn(SEED, true),
            folder);
    var campaign = Campaign.here(plan, Worlds.only(world), told);
    told.onConfirmed(finding -> campaign.stop());

    CampaignSummary summary = campaign.run();

    assertThat(summary.interrupted()).isTrue();
    assertThat(theOneFinding(summary).scenario().scenario())
        .isEqualTo(told.confirmed.getFirst().scenario().scenario());
    assertThat(theOneFinding(summary).replays()).isZero();
  }

  /** The first call of the first lane is answered wrongly, or rightly, by how often it was made. */
  private static Target onTurns(IntPredicate wrong) {
    var turns = new AtomicInteger();
    return GetDriver.planted(
        key ->
            GetDriver.crossing("A1").apply(key).isPresent() && wrong.test(turns.getAndIncrement())
                ? Optional.of(GetDriver.crossed())
                : Optional.empty());
  }

  private CampaignSummary run(int cases, Target target) {
    var plan =
        new CampaignPlan(
            List.of(target), new Budget.Cases(cases), new Generation.Drawn(SEED, true), folder);
    CampaignSummary summary = Campaign.here(plan, Worlds.only(world), told).run();
    assertThat(summary.defects()).isEmpty();
    return summary;
  }

  private static Finding theOneFinding(CampaignSummary summary) {
    assertThat(summary.findings()).hasSize(1);
    Finding finding = summary.findings().getFirst();
    assertThat(finding.violations()).extracting(Violation::invariant).first().isEqualTo("matched");
    return finding;
  }

  private static ScenarioFile read(Path file) {
    try {
      return ScenarioFiles.read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
