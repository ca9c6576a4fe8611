package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.world.tcp.RealWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class CampaignTest {
  private static final long SEED = 7;
  private static final Budget HOURS = new Budget.Time(Duration.ofHours(9));

  private final ScriptedWorld world = new ScriptedWorld();
  private final RecordingListener told = new RecordingListener();
  @TempDir private Path folder;

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void runsAsManyCasesAsItsBudgetSays() {
    CampaignSummary summary = campaign(new Budget.Cases(12), GetDriver.correct()).run();

    assertThat(summary.targets()).extracting(Progress::cases).containsExactly(12L);
    assertThat(world.cases()).isGreaterThanOrEqualTo(ScriptedWorld.WARM_UP + 12);
    assertThat(summary.generation()).isEqualTo(new Generation.Drawn(SEED));
    assertThat(summary.interrupted()).isFalse();
  }

  @Test
  void isSilentOnACorrectDriver() {
    var plan =
        new CampaignPlan(
            List.of(GetDriver.correct()), new Budget.Cases(40), new Generation.Drawn(SEED), folder);
    try (var real = new RealWorld()) {
      CampaignSummary summary = Campaign.here(plan, Worlds.only(real), told).run();

      assertThat(summary.findings()).isEmpty();
      assertThat(summary.defects()).isEmpty();
    }
  }

  @Test
  void runsTheSameNumberOfCasesOfEachTarget() {
    Target one = GetDriver.named("one", key -> Optional.empty());
    Target two = GetDriver.named("two", key -> Optional.empty());

    CampaignSummary summary = campaign(new Budget.Cases(3), one, two).run();

    assertThat(summary.targets())
        .extracting(Progress::target)
        .containsExactly("one/raw", "two/raw");
    assertThat(summary.targets()).extracting(Progress::cases).containsExactly(3L, 3L);
  }

  @Test
  void endsWhenItsTimeIsOver() {
    CampaignSummary summary =
        campaign(new Budget.Time(Duration.ofMillis(1)), GetDriver.correct()).run();

    assertThat(summary.interrupted()).isFalse();
    assertThat(summary.targets()).hasSize(1);
  }

  @Test
  void tellsHowItGoesAtLeastAtTheEndOfEachTarget() {
    CampaignSummary summary = campaign(new Budget.Cases(2), GetDriver.correct()).run();

    assertThat(told.progress.getLast().cases()).isEqualTo(2);
    assertThat(told.progress.getLast().target()).isEqualTo(summary.targets().get(0).target());
  }

  @Test
  void reportsAMistakeOfOursWithItsSeedAndNeverAsAFinding() {
    var mistake = new IllegalStateException("ours");
    world.beforeCase(throwingFrom(ScriptedWorld.WARM_UP + 1, 1, mistake));

    CampaignSummary summary = campaign(new Budget.Cases(6), GetDriver.correct()).run();

    assertThat(summary.defects())
        .singleElement()
        .satisfies(
            defect -> {
              assertThat(defect.target()).isEqualTo("get/raw");
              assertThat(defect.seed()).matches("7/[0-5]");
              assertThat(defect.what()).isEqualTo(mistake.toString());
            });
    assertThat(told.defects).isEqualTo(summary.defects());
    assertThat(summary.findings()).isEmpty();
    assertThat(summary.targets()).extracting(Progress::cases).containsExactly(5L);
  }

  @Test
  void reportsAMistakeOfOursWhileConfirming() {
    var mistake = new AssertionError("ours");
    world.beforeCase(throwingFrom(ScriptedWorld.WARM_UP + 2, Integer.MAX_VALUE, mistake));
    Target defective = GetDriver.planted(key -> Optional.of(GetDriver.crossed()));

    CampaignSummary summary = campaign(new Budget.Cases(1), defective).run();

    assertThat(summary.defects()).extracting(CaseDefect::seed).containsExactly("7/0");
    assertThat(summary.findings()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void comesBackSoonWithWhatThereIsWhenItIsStopped() {
    Campaign campaign = campaign(HOURS, GetDriver.correct(), GetDriver.correct());
    told.onProgress(progress -> campaign.stop());

    CampaignSummary summary = campaign.run();

    assertThat(summary.interrupted()).isTrue();
    assertThat(summary.targets()).hasSize(1);
  }

  @Test
  void beginsNothingOnceItIsStopped() {
    Campaign campaign = campaign(HOURS, GetDriver.correct());
    campaign.stop();

    CampaignSummary summary = campaign.run();

    assertThat(summary.interrupted()).isTrue();
    assertThat(summary.targets()).isEmpty();
    assertThat(world.cases()).isZero();
  }

  @Test
  void comesBackSoonWhenItsThreadIsInterrupted() {
    told.onProgress(progress -> Thread.currentThread().interrupt());

    CampaignSummary summary = campaign(HOURS, GetDriver.correct()).run();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(summary.interrupted()).isTrue();
  }

  @Test
  void needsATarget() {
    assertThatThrownBy(() -> new CampaignPlan(List.of(), HOURS, new Generation.Drawn(SEED), folder))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private Campaign campaign(Budget budget, Target... targets) {
    return Campaign.here(
        new CampaignPlan(List.of(targets), budget, new Generation.Drawn(SEED), folder),
        Worlds.only(world),
        told);
  }

  private static IntConsumer throwingFrom(int first, int times, Throwable mistake) {
    return number -> {
      if (number >= first && number - first < times) {
        throw sneaky(mistake);
      }
    };
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable mistake) throws T {
    throw (T) mistake;
  }
}
