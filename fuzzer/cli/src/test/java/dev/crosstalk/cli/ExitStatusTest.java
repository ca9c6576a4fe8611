package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.campaign.Coverage;
import dev.crosstalk.campaign.Generation;
import dev.crosstalk.campaign.Progress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExitStatusTest {

  @Test
  void isCleanOnlyWhenSomethingWasJudged() {
    assertThat(of(5, 0, false)).isEqualTo(ExitStatus.CLEAN);
    assertThat(of(0, 0, false)).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void isInconclusiveWhenViolationsDidNotRepeat() {
    assertThat(of(5, 1, false)).isEqualTo(ExitStatus.INCONCLUSIVE);
  }

  @Test
  void isADefectWhenOneIsAllThereIs() {
    var defect = new CaseDefect("a/x", "42/1", new IllegalStateException());

    assertThat(of(5, 0, false, defect)).isEqualTo(ExitStatus.DEFECT);
  }

  @Test
  void isInterruptedWhateverElse() {
    assertThat(of(0, 1, true)).isEqualTo(ExitStatus.INTERRUPTED);
  }

  private static ExitStatus of(
      long cases, int unconfirmed, boolean interrupted, CaseDefect... defects) {
    var target =
        new Progress(
            "a/x",
            Optional.empty(),
            cases,
            0,
            0,
            0,
            0,
            unconfirmed,
            0,
            0,
            0,
            0,
            Duration.ofSeconds(1));
    return ExitStatus.of(
        new CampaignSummary(
            new Generation.Drawn(42),
            OptionalLong.empty(),
            List.of(target),
            List.of(),
            List.of(defects),
            new Coverage(),
            interrupted));
  }
}
