package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OraclesTest {

  @Test
  void namesEveryInvariantInTheOrderOfTelling() {
    assertThat(Oracles.invariants())
        .containsExactly(
            "matched",
            "typed",
            "garbled",
            "errors-go-home",
            "transactions",
            "connection-state",
            "at-most-once",
            "once",
            "pushes-apart",
            "in-time",
            "recovers",
            "clean");
    assertThat(Oracles.all()).extracting(Oracle::invariant).isEqualTo(Oracles.invariants());
  }

  @Test
  void judgesNothingInAnEmptyHistory() {
    assertThat(Oracles.judge(story().history())).isEmpty();
  }

  @Test
  void tellsWhatEveryOracleFinds() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .pass(200)
            .ends("A1", ok("kA9#9"))
            .ends("A1", Said.GARBLED);

    assertThat(Oracles.judge(story.history()))
        .extracting(Violation::invariant)
        .containsExactly("matched", "garbled", "once", "in-time");
  }

  @Test
  void eachBelongsToAFamily() {
    assertThat(Oracles.all())
        .extracting(Oracle::family)
        .containsExactly(
            Family.CROSSED,
            Family.CROSSED,
            Family.CROSSED,
            Family.CROSSED,
            Family.CROSSED,
            Family.STATE,
            Family.EXTRA,
            Family.EXTRA,
            Family.PUSHES,
            Family.STUCK,
            Family.STUCK,
            Family.CLEAN);
  }

  @Test
  void knowsTheFamilyOfAnInvariant() {
    assertThat(Oracles.familyOf("once")).isEqualTo(Family.EXTRA);
    assertThatThrownBy(() -> Oracles.familyOf("twice"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no invariant 'twice'; there are [matched, typed,");
  }

  @Test
  void writesFamiliesInLowerCase() {
    assertThat(Family.CROSSED).hasToString("crossed");
    assertThat(Family.STUCK).hasToString("stuck");
    assertThat(Family.EXTRA).hasToString("extra");
  }
}
