package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.worker.WorkerJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns in worker processes, as they live and die. */
@Timeout(300)
class TargetCrewTest {
  private static final long SEED = 7;
  private static final int CASES = 40;

  @TempDir private Path folder;
  @TempDir private Path graves;

  private final RecordingListener told = new RecordingListener();

  @Test
  void findsConfirmsAndShrinksOnceWhatAllItsWorkersSee() throws IOException {
    CampaignSummary summary = run(CrewWorker.jvm(graves, 0), new Budget.Cases(CASES));

    assertThat(summary.defects()).isEmpty();
    assertThat(told.lost).isEmpty();
    assertThat(summary.targets())
        .singleElement()
        .satisfies(
            progress -> {
              assertThat(progress.cases()).isEqualTo(CASES);
              assertThat(progress.findings()).isEqualTo(1);
              assertThat(progress.world()).contains(WorldKind.REAL);
            });
    Finding finding = summary.findings().getFirst();
    assertThat(summary.findings()).hasSize(1);
    assertThat(told.confirmed).hasSize(1);
    assertThat(told.shrunk).hasSize(1);
    assertThat(finding.violation().invariant()).isEqualTo("matched");
    assertThat(finding.repeats() + 1).isEqualTo(summary.targets().getFirst().violating());
    assertThat(finding.scenario()).isEqualTo(ScenarioFiles.read(finding.file()));
    assertThat(finding.scenario().scenario().steps()).hasSizeLessThan(finding.stepsBefore());
    assertThat(summary.coverage().cases()).isEqualTo(CASES / 8);
  }

  @Test
  void runsTheCasesThatOneProcessRuns() {
    CampaignSummary summary = run(CrewWorker.jvm(graves, 0), new Budget.Cases(CASES));
    try (var world = new ScriptedWorld()) {
      var plan =
          new CampaignPlan(
              List.of(CrewWorker.target()),
              new Budget.Cases(CASES),
              new Generation.Drawn(SEED),
              folder.resolve("here"));
      CampaignSummary here =
          Campaign.here(plan, dev.crosstalk.lab.Worlds.only(world), new RecordingListener()).run();

      assertThat(summary.targets().getFirst().violating())
          .isEqualTo(here.targets().getFirst().violating())
          .isPositive();
    }
  }

  @Test
  void replacesAWorkerThatDiesAndLosesNothingButTheCase() throws IOException {
    CampaignSummary summary = run(CrewWorker.jvm(graves, 2), new Budget.Cases(CASES));

    assertThat(Files.list(graves)).hasSize(2);
    assertThat(summary.defects()).isEmpty();
    assertThat(told.lost)
        .hasSize(2)
        .allSatisfy(
            lost -> {
              assertThat(lost.seed()).matches("7/[0-9]+");
              assertThat(lost.what())
                  .startsWith("its process ended with exit status 3: that is the end; kept as ");
              ScenarioFile kept = ScenarioFiles.read(folder.resolve(keptAs(lost)));
              assertThat(kept.seed()).contains(lost.seed());
              assertThat(kept.scenario().steps()).isNotEmpty();
            });
    assertThat(summary.targets().getFirst().lost()).isEqualTo(2);
    assertThat(summary.findings()).hasSize(1);
    assertThat(summary.findings().getFirst().replays()).isPositive();
  }

  @Test
  void givesUpAWorkerThatNeverGetsAnywhere() {
    var nobody = new WorkerJvm("dev.crosstalk.NoSuchClass", List.of());
    CampaignSummary summary = run(nobody, new Budget.Time(Duration.ofHours(1)));

    assertThat(told.lost).hasSize(6).extracting(CaseDefect::seed).containsOnly("7/warm-up");
    assertThat(summary.defects())
        .hasSize(2)
        .allSatisfy(
            defect -> {
              assertThat(defect.what())
                  .isEqualTo(
                      "3 workers died one after the other before they judged a case:"
                          + " exit status 1");
              assertThat(defect.trace()).contains("NoSuchClass");
            });
    assertThat(summary.targets().getFirst().cases()).isZero();
  }

  @Test
  void endsInOrderWhenItIsStopped() {
    var plan = plan(new Budget.Time(Duration.ofHours(1)));
    var crews = new Crews(CrewWorker.jvm(graves, 0), OptionalInt.of(2));
    var campaign = Campaign.inWorkers(plan, List.of(), crews, told);
    told.onConfirmed(finding -> campaign.stop());

    CampaignSummary summary = campaign.run();

    assertThat(summary.interrupted()).isTrue();
    assertThat(summary.findings()).hasSize(1);
    assertThat(told.lost).isEmpty();
  }

  private static String keptAs(CaseDefect lost) {
    return lost.what().substring(lost.what().indexOf("lost/"));
  }

  private CampaignPlan plan(Budget budget) {
    return new CampaignPlan(
        List.of(CrewWorker.target()), budget, new Generation.Drawn(SEED), folder);
  }

  private CampaignSummary run(WorkerJvm jvm, Budget budget) {
    try (var crews = new Crews(jvm, OptionalInt.of(2))) {
      return Campaign.inWorkers(plan(budget), List.of(), crews, told).run();
    }
  }
}
