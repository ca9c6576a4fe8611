package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.sample.SampleHome;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Campaigns in the simulated world, whose findings are looked at over TCP as well. */
@Timeout(180)
class SimulatedCampaignTest {
  private static final long SEED = 13;
  private static final int CASES = 40;

  private final RecordingListener told = new RecordingListener();
  private volatile Campaign running;
  @TempDir private Path home;
  @TempDir private Path folder;

  @Test
  void isSilentOnACorrectDriver() {
    CampaignSummary summary = run(SampleDriver.PLAIN, 201);

    assertThat(summary.findings()).isEmpty();
    assertThat(summary.unconfirmed()).isZero();
    Progress progress = summary.targets().getFirst();
    assertThat(progress.world()).contains(WorldKind.SIMULATED);
    assertThat(progress.cases()).isEqualTo(201);
    assertThat(progress.discarded()).isZero();
    assertThat(progress.lost()).isZero();
    assertThat(progress.compared()).isBetween(1L, 3L);
    assertThat(progress.differing()).isZero();
  }

  @Test
  void findsAPlantedDefectShrinksItAndSeesItOverTcp() {
    Finding finding = theOneFinding(run(SampleDriver.CROSSING, CASES));

    assertThat(finding.violation().invariant()).isEqualTo("matched");
    assertThat(finding.hitRate()).isEqualTo(new HitRate(10, 10));
    assertThat(finding.overTcp()).contains(new HitRate(10, 10));
    assertThat(finding.history().world()).isEqualTo("simulated");
    assertThat(finding.scenario().scenario())
        .isEqualTo(new Scenario(ScenarioSettings.PLAIN, List.of(ScenarioCases.start("A2"))));
    assertThat(finding.scenario().source())
        .contains("found in sample/crossing 1.0, world simulated");
    assertThat(told.confirmed).extracting(Finding::overTcp).containsExactly(Optional.empty());
    assertThat(told.shrunk).extracting(Finding::overTcp).containsExactly(finding.overTcp());
  }

  @Test
  void saysOfWhatOnlyTheSimulationShowsThatItIsNotSeenOverTcp() {
    Finding finding = theOneFinding(run(SampleDriver.DIFFERING, CASES));

    assertThat(finding.hitRate()).isEqualTo(new HitRate(10, 10));
    assertThat(finding.overTcp()).contains(new HitRate(0, 10));
  }

  @Test
  void findsACallThatHangs() {
    CampaignSummary summary = run(SampleDriver.STUCK, CASES);

    assertThat(summary.findings())
        .extracting(finding -> finding.violation().invariant())
        .contains("in-time");
    Finding finding =
        summary.findings().stream()
            .filter(each -> each.violation().invariant().equals("in-time"))
            .findFirst()
            .orElseThrow();
    assertThat(finding.violation().observed()).contains("dev.crosstalk.sample.Quirk.stuck");
    assertThat(finding.scenario().scenario().steps()).containsExactly(ScenarioCases.start("A2"));
    assertThat(finding.history().hangs()).hasSize(1);
  }

  @Test
  void looksAgainWhereTheSameSymptomComesWithoutTheStepsOfItsFinding() {
    // However long that takes: cases go on beside the shrinking.
    told.onProgress(
        progress -> {
          if (told.shrunk.size() > 1) {
            running.stop();
          }
        });
    CampaignSummary summary = run(SampleDriver.SHIFTING, Integer.MAX_VALUE);

    assertThat(summary.findings())
        .extracting(finding -> finding.violation().invariant())
        .containsOnly("matched");
    List<Signature> signatures = summary.findings().stream().map(Signature::of).toList();
    assertThat(signatures).hasSizeBetween(2, 3);
    assertThat(signatures.get(1).includes(signatures.get(0))).isFalse();
    assertThat(summary.findings()).extracting(Finding::file).doesNotHaveDuplicates();
  }

  @Test
  void theSameSeedIsTheSameCampaign() {
    Progress first = run(SampleDriver.PLAIN, CASES).targets().getFirst();
    Progress second = run(SampleDriver.PLAIN, CASES).targets().getFirst();

    assertThat(second.timeouts()).isEqualTo(first.timeouts()).isPositive();
  }

  private CampaignSummary run(Variant variant, int cases) {
    Target target = SampleHome.target(home, variant);
    var plan =
        new CampaignPlan(
            List.of(target), new Budget.Cases(cases), new Generation.Drawn(SEED), folder);
    try (var worlds = new Worlds(List.of(WorldKind.SIMULATED), 2)) {
      running = Campaign.here(plan, worlds, told);
      CampaignSummary summary = running.run();
      assertThat(summary.defects()).isEmpty();
      assertThat(told.lost).isEmpty();
      return summary;
    }
  }

  private static Finding theOneFinding(CampaignSummary summary) {
    assertThat(summary.findings()).hasSize(1);
    return summary.findings().getFirst();
  }
}
