package dev.crosstalk.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.campaign.CampaignSummary;
import dev.crosstalk.campaign.CaseDefect;
import dev.crosstalk.campaign.Coverage;
import dev.crosstalk.campaign.Generation;
import dev.crosstalk.campaign.Progress;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CampaignScreenTest {
  private static final Optional<WorldKind> SIMULATED = Optional.of(WorldKind.SIMULATED);
  private static final Optional<WorldKind> REAL = Optional.of(WorldKind.REAL);
  private static final Progress RAW =
      new Progress(
          "sample/raw", SIMULATED, 12_345, 12, 678, 9, 2, 0, 1, 123, 2, 0, Duration.ofSeconds(30));
  private static final Progress POOL =
      new Progress("sample/pool", REAL, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ofSeconds(2));

  @Test
  void sumsUpSeveralTargets() {
    Golden.check("summary", SummaryTable.of(List.of(RAW, POOL), Ink.PLAIN));
  }

  @Test
  void saysWhenNothingWasFound() {
    Golden.check("campaign-clean", screen(List.of(POOL), List.of(), false));
  }

  @Test
  void saysWhatKeepsACampaignFromBeingClean() {
    var defect = new CaseDefect("sample/raw", "42/1", new IllegalStateException());
    var flaky =
        new Progress("sample/raw", REAL, 5, 0, 0, 1, 0, 1, 0, 0, 0, 0, Duration.ofSeconds(1));
    var nothing = new Progress("sample/raw", REAL, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    assertThat(screen(List.of(flaky), List.of(), false))
        .contains("seed 42: inconclusive: 1 violation did not repeat, kept in ")
        .endsWith("/unconfirmed\n");
    assertThat(screen(List.of(nothing), List.of(), false))
        .endsWith("seed 42: inconclusive: no case was judged\n");
    assertThat(screen(List.of(POOL), List.of(defect), true))
        .endsWith(
            "seed 42: interrupted; nothing found in 7 cases;"
                + " 1 defect of Crosstalk's own, told on stderr\n");
  }

  @Test
  void saysWhatDidNotComeBackAndOnWhatWorldsDisagree() {
    Golden.check("campaign-asides", screen(List.of(RAW), List.of(), false));
  }

  @Test
  void aTargetThatNeverBeganHasNoWorld() {
    var never =
        new Progress("sample/raw", Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, Duration.ZERO);

    assertThat(SummaryTable.of(List.of(never), Ink.PLAIN).lines().toList().getLast())
        .matches(" *sample/raw +- +0 .*");
  }

  @Test
  void listsDrivers() {
    Variant raw =
        Variant.named("raw").commands(Set.of("GET", "SET", "MGET", "PING", "HGETALL")).build();
    Variant shared =
        Variant.named("shared")
            .async()
            .shared()
            .timeoutPerCall()
            .can(Capability.RESP3, Capability.CANCEL, Capability.USER_ENCODER)
            .commands(Set.of("GET", "CLIENT TRACKING"))
            .build();
    var sample = new Declaration("sample", "1.2.3", Kind.REAL, List.of(raw, shared));
    var other = new Declaration("other", "4", Kind.CANARY, List.of(raw));

    Golden.check("drivers", DriversTable.of(List.of(sample, other), Ink.PLAIN));
  }

  private static String screen(
      List<Progress> targets, List<CaseDefect> defects, boolean interrupted) {
    return CampaignScreen.of(
        new CampaignSummary(
            new Generation.Drawn(42),
            OptionalLong.empty(),
            targets,
            List.of(),
            defects,
            new Coverage(),
            interrupted),
        false,
        Path.of("/home/me/reports/x"),
        new Places(Path.of("/home/me")),
        Ink.PLAIN);
  }
}
