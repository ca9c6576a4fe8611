package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.oracle.Family;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymptomsTest {
  private static final Symptom MATCHED = new Symptom("matched", "");
  private static final Symptom TYPED = new Symptom("typed", "");

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
  void eightSymptomsAreEnough() {
    for (int i = 1; i <= 8; i++) {
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

  static Finding finding() {
    History history = HistoryBuilder.of(Variant.named("raw")).history();
    var violation =
        new Violation(
            "matched", Family.CROSSED, Grade.FORBIDDEN, Optional.empty(), "right", "wrong");
    return new Finding(
        history.subject(),
        List.of(violation),
        ScenarioFile.of("t", ScenarioCases.calling("A1")),
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
