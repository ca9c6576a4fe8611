package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymptomsTest {
  private static final Symptom MATCHED = new Symptom("matched", "");
  private static final Symptom TYPED = new Symptom("typed", "");
  private static final Label A1 = Label.parse("A1");
  private static final Step START = ScenarioCases.start("A1");
  private static final Step EXPIRED = new Step.Expire();

  private final Symptoms symptoms = new Symptoms();

  @Test
  void aSymptomIsNewOnce() {
    assertThat(symptoms.isNew(MATCHED)).isTrue();
    assertThat(symptoms.isNew(MATCHED)).isFalse();
    assertThat(symptoms.isNew(TYPED)).isTrue();
  }

  @Test
  void aSymptomThatDidNotRepeatIsNewAgain() {
    symptoms.isNew(MATCHED);
    symptoms.unconfirmed(MATCHED);

    assertThat(symptoms.isNew(MATCHED)).isTrue();
  }

  @Test
  void eightKindsAreEnoughWhateverTheirVarieties() {
    for (int i = 1; i <= 8; i++) {
      assertThat(symptoms.isNew(new Symptom("garbled", "kind " + i).next())).isTrue();
      assertThat(symptoms.isNew(new Symptom("garbled", "kind " + i))).isTrue();
    }

    assertThat(symptoms.isNew(MATCHED)).isFalse();
  }

  @Test
  void countsHowOftenAFindingCameAgain() {
    symptoms.isNew(MATCHED);
    symptoms.keep(MATCHED, finding());
    symptoms.isNew(MATCHED);
    symptoms.isNew(MATCHED);
    symptoms.isNew(TYPED);

    assertThat(symptoms.findings()).extracting(Finding::repeats).containsExactly(2L);
  }

  @Test
  void keepsTheShrunkFindingInThePlaceOfTheConfirmedOne() {
    symptoms.isNew(MATCHED);
    symptoms.keep(MATCHED, finding());
    symptoms.keep(MATCHED, finding());

    assertThat(symptoms.findings()).hasSize(1);
  }

  @Test
  void isNewInTheFirstCaseThatShowsIt() {
    assertThat(symptoms.newIn(MATCHED, made("start"))).contains(MATCHED);
    assertThat(symptoms.newIn(MATCHED, made("start", "end"))).isEmpty();
    assertThat(symptoms.newIn(TYPED, made("start"))).contains(TYPED);
  }

  @Test
  void isOfAnotherVarietyWhereACaseLacksWhatTheFindingIsMadeOf() {
    symptoms.newIn(MATCHED, made("start", "expire", "end"));
    keepShrunk(MATCHED, EXPIRED);

    assertThat(symptoms.newIn(MATCHED, made("start", "hold", "expire", "end"))).isEmpty();
    assertThat(symptoms.newIn(MATCHED, made("start", "end"))).contains(MATCHED.next());
    assertThat(symptoms.newIn(MATCHED, made("start", "end"))).isEmpty();
    assertThat(symptoms.seen())
        .containsExactly(new FuzzAnswer.Seen(MATCHED, 2), new FuzzAnswer.Seen(MATCHED.next(), 2));
  }

  @Test
  void saysNothingOfWhatIsNotShrunkYet() {
    symptoms.newIn(MATCHED, made("start"));
    symptoms.keep(MATCHED, finding());

    assertThat(symptoms.newIn(MATCHED, made("tick"))).isEmpty();
  }

  @Test
  void isNoOtherVarietyWhereOnlyACutIsMissing() {
    symptoms.newIn(MATCHED, made("start"));
    keepShrunk(MATCHED, new Step.Tear(A1, new Cut.After(1), Optional.empty(), false), START);

    assertThat(symptoms.newIn(MATCHED, made("start", "end"))).isEmpty();
  }

  @Test
  void isApartFromTheVarietiesBeforeWhereItLacksTheirSteps() {
    symptoms.newIn(MATCHED, made("start"));
    keepShrunk(MATCHED, EXPIRED);

    assertThat(symptoms.isApart(MATCHED, made("start", "expire"))).isTrue();
    assertThat(symptoms.isApart(MATCHED.next(), made("start", "expire"))).isFalse();
    assertThat(symptoms.isApart(MATCHED.next(), made("start"))).isTrue();
  }

  @Test
  void keepsAnotherVarietyBesideTheFirst() {
    symptoms.newIn(MATCHED, made("start"));
    keepShrunk(MATCHED, EXPIRED);
    symptoms.newIn(MATCHED, made("start"));
    keepShrunk(MATCHED.next(), START);

    assertThat(symptoms.findings()).hasSize(2);
    assertThat(symptoms.newIn(MATCHED, made("start"))).isEmpty();
  }

  @Test
  void givesUpWhereALookAtOtherVarietiesIsInVain() {
    symptoms.newIn(MATCHED, made("start"));
    keepShrunk(MATCHED, EXPIRED);
    for (int vain = 0; vain < 8; vain++) {
      assertThat(symptoms.newIn(MATCHED, made("start"))).contains(MATCHED.next());
      symptoms.unconfirmed(MATCHED.next());
      symptoms.unconfirmed(MATCHED.next());
    }

    assertThat(symptoms.newIn(MATCHED, made("start"))).isEmpty();
  }

  @Test
  void threeVarietiesAreEnough() {
    Step[] steps = {EXPIRED, new Step.Tick(), new Step.Hold(A1)};
    Symptom symptom = MATCHED;
    for (Step step : steps) {
      assertThat(symptoms.newIn(MATCHED, made("start"))).contains(symptom);
      keepShrunk(symptom, step);
      symptom = symptom.next();
    }

    assertThat(symptoms.newIn(MATCHED, made("start"))).isEmpty();
  }

  @Test
  void knowsTheSymptomOfWhatItKeeps() {
    symptoms.keep(MATCHED.next(), finding());

    assertThat(symptoms.of(finding())).isEqualTo(MATCHED.next());
  }

  private static Signature made(String... kinds) {
    return new Signature(Family.CROSSED, List.of(kinds));
  }

  private void keepShrunk(Symptom symptom, Step... steps) {
    symptoms.keepShrunk(symptom, finding(new Scenario(ScenarioSettings.PLAIN, List.of(steps))));
  }

  static Finding finding() {
    return finding(ScenarioCases.calling("A1"));
  }

  private static Finding finding(Scenario scenario) {
    History history = HistoryBuilder.of(Variant.named("raw")).history();
    var violation =
        new Violation(
            "matched", Family.CROSSED, Grade.FORBIDDEN, Optional.empty(), "right", "wrong");
    return new Finding(
        history.subject(),
        List.of(violation),
        ScenarioFile.of("t", scenario),
        history,
        new HitRate(10, 10),
        Optional.empty(),
        9,
        0,
        0,
        Optional.empty(),
        Path.of("folder", "made-raw-matched-1.crosstalk"));
  }
}
