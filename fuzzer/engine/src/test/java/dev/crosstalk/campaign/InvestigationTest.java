package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.WorldKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class InvestigationTest {
  private static final Scenario TWO_CALLS = ScenarioCases.calling("A1", "A2");

  private final ScriptedWorld world = new ScriptedWorld();
  @TempDir private Path folder;

  @AfterEach
  void closeWorld() {
    world.close();
  }

  @Test
  void confirmsShrinksAndSavesInOne() {
    Optional<Finding> finding = investigated("matched", GetDriver.crossing("A2"));

    assertThat(finding).isPresent();
    assertThat(finding.get().scenario().scenario().steps())
        .isEqualTo(List.of(ScenarioCases.start("A2")));
    assertThat(finding.get().stepsBefore()).isEqualTo(4);
    assertThat(finding.get().scenario().seed()).contains("by hand");
    assertThat(finding.get().file()).exists();
    assertThat(FindingFiles.historyOf(finding.get().file())).exists();
  }

  @Test
  void confirmsNothingThatDoesNotShow() {
    assertThat(investigated("matched", key -> Optional.empty())).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void confirmsNothingOfAnotherSymptom() {
    assertThat(investigated("once", GetDriver.crossing("A2"))).isEmpty();
  }

  @Test
  void putsTheSymptomBeforeWhatElseIsViolated() {
    Function<String, Optional<Outcome>> both =
        key ->
            key.equals("kA2")
                ? Optional.of(new Outcome.Garbled("odd"))
                : GetDriver.crossing("A1").apply(key);

    Finding finding = investigation("garbled", both).confirm(TWO_CALLS).orElseThrow();

    assertThat(finding.violations())
        .extracting(Violation::invariant)
        .containsExactly("garbled", "matched");
    assertThat(finding.scenario().title()).isEqualTo("garbled violated at A2");
  }

  @Test
  void keepsTheConfirmedFindingWhenTheShrunkOneRepeatsTooSeldom() {
    var left = new AtomicInteger(Integer.MAX_VALUE);
    Investigation investigation =
        investigation(
            "matched",
            key ->
                left.getAndDecrement() > 0
                    ? GetDriver.crossing("A2").apply(key)
                    : Optional.empty());
    Finding confirmed = investigation.confirm(TWO_CALLS).orElseThrow();

    Finding shrunk =
        investigation.shrink(
            confirmed,
            () -> {
              left.set(0);
              return true;
            });

    assertThat(shrunk).isSameAs(confirmed);
  }

  @Test
  void keepsASuspectThatDidNotRepeatWithTheRunThatShowedIt() {
    CaseRunner.Judged judged =
        new CaseRunner(world.place(GetDriver.planted(GetDriver.crossing("A2")))).run(TWO_CALLS);

    Finding suspect =
        investigation("matched", key -> Optional.empty()).unconfirmed(TWO_CALLS, judged);

    assertThat(suspect.history()).isEqualTo(judged.history());
    assertThat(suspect.scenario().scenario()).isEqualTo(TWO_CALLS);
    assertThat(suspect.hitRate()).isEqualTo(new HitRate(0, 10));
    assertThat(suspect.file()).isEqualTo(folder.resolve("unconfirmed/f.crosstalk"));
  }

  private Investigation investigation(
      String invariant, Function<String, Optional<Outcome>> planted) {
    return new Investigation(
        world.lab(GetDriver.planted(planted)),
        new Symptom(invariant, ""),
        "by hand",
        folder.resolve("f.crosstalk"),
        InFlightLimit.in(WorldKind.REAL));
  }

  private Optional<Finding> investigated(
      String invariant, Function<String, Optional<Outcome>> planted) {
    var violation =
        new Violation(
            invariant,
            Oracles.familyOf(invariant),
            Grade.FORBIDDEN,
            Optional.empty(),
            "right",
            "wrong");
    return Investigation.run(
        world.lab(GetDriver.planted(planted)),
        TWO_CALLS,
        violation,
        "by hand",
        folder.resolve("f.crosstalk"));
  }
}
