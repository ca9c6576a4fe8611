package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.spi.Grade;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SymptomTest {

  @Test
  void isTheInvariantWhateverWasSeen() {
    assertThat(symptom("matched", "A1", "\"kA1: a: b\""))
        .isEqualTo(symptom("matched", "B7", "nil"))
        .isEqualTo(new Symptom("matched", ""))
        .isNotEqualTo(symptom("typed", "A1", "nil"));
  }

  @Test
  void isTheKindOfExceptionToo() {
    assertThat(symptom("garbled", "A1", "garbled: ClassCastException: no List"))
        .isEqualTo(symptom("garbled", "B7", "garbled: ClassCastException: no Map: at all"))
        .isEqualTo(new Symptom("garbled", "garbled: ClassCastException"))
        .isNotEqualTo(symptom("garbled", "A1", "garbled: DecoderException: no List"));
  }

  @Test
  void isNoMoreThanTheInvariantOfAnExceptionThatSaysNothing() {
    assertThat(symptom("garbled", "A1", "garbled: ")).isEqualTo(new Symptom("garbled", ""));
    assertThat(symptom("garbled", "A1", "odd")).isEqualTo(new Symptom("garbled", ""));
  }

  @Test
  void isWhatIsLeftByAClientThatWasClosed() {
    assertThat(of("clean", Optional.empty(), "still open: connection #1"))
        .isEqualTo(of("clean", Optional.empty(), "still open: connection #2, #3"))
        .isNotEqualTo(of("clean", Optional.empty(), "threads are left: 50 more"));
  }

  @Test
  void isAViolationsWhateverItsVariety() {
    var violation =
        new Violation(
            "matched",
            Oracles.familyOf("matched"),
            Grade.FORBIDDEN,
            Optional.of("A1"),
            "right",
            "wrong");

    assertThat(Symptom.of(violation).next().isOf(violation)).isTrue();
    assertThat(Symptom.of(violation).next()).isNotEqualTo(Symptom.of(violation));
    assertThat(new Symptom("typed", "").isOf(violation)).isFalse();
  }

  @Test
  void isTheSameOnEveryConnection() {
    Symptom onOne = stray("on the wire, connection 1: Protocol error: invalid bulk length");

    assertThat(onOne)
        .isEqualTo(stray("on the wire, connection 2: Protocol error: invalid multibulk length"))
        .isEqualTo(new Symptom("garbled", ""));
  }

  private static Symptom symptom(String invariant, String call, String observed) {
    return of(invariant, Optional.of(call), observed);
  }

  private static Symptom stray(String observed) {
    return of("garbled", Optional.empty(), observed);
  }

  private static Symptom of(String invariant, Optional<String> call, String observed) {
    return Symptom.of(
        new Violation(
            invariant, Oracles.familyOf(invariant), Grade.FORBIDDEN, call, "right", observed));
  }
}
