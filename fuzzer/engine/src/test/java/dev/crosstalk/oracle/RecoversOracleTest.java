package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecoversOracleTest {
  private static final Outcome LOST = new Outcome.ConnectionLost("reset");

  @Test
  void isSilentWhenProbesAreAnswered() {
    var story = story();
    for (int i = 1; i <= 3; i++) {
      answered(story, "A:probe-" + i);
    }

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void grantsTwoFailures() {
    assertThat(judged(failing(story(), "A", 2))).isEmpty();
  }

  @Test
  void tellsTheThirdFailure() {
    assertThat(judged(failing(story(), "A", 3)))
        .containsExactly(
            new Violation(
                "recovers",
                Family.STUCK,
                Grade.FORBIDDEN,
                Optional.of("A:probe-3"),
                "after healing, lane A fails at most 2 times",
                "3 failures, the last: A:probe-3 GET probe-3 connection lost: reset"));
  }

  @Test
  void grantsOneMoreFailureForEachConnectionOpenAtHealing() {
    assertThat(judged(failing(story().opens(1).opens(2), "A", 4))).isEmpty();
    assertThat(judged(failing(story().opens(1).opens(2), "A", 5)))
        .extracting(Violation::expected)
        .containsExactly("after healing, lane A fails at most 4 times");
  }

  @Test
  void grantsNothingForAConnectionLostBefore() {
    assertThat(judged(failing(story().opens(1).loses(1), "A", 3))).hasSize(1);
  }

  @Test
  void countsFailuresEvenWhenAnswersFollow() {
    var story = failing(story(), "A", 3);

    assertThat(judged(answered(story, "A:probe-4"))).hasSize(1);
  }

  @Test
  void countsEachLaneByItself() {
    assertThat(judged(failing(failing(story(), "A", 2), "B", 2))).isEmpty();
    assertThat(judged(failing(failing(story(), "B", 3), "A", 3)))
        .extracting(Violation::call)
        .containsExactly(Optional.of("A:probe-3"), Optional.of("B:probe-3"));
  }

  @Test
  void countsAnswersThatDoNotMatch() {
    var story = story();
    for (int i = 1; i <= 3; i++) {
      String label = "A:probe-" + i;
      story
          .starts(label, "GET", "probe-" + i)
          .answers(label, answer("probe-" + i + "#" + i))
          .ends(label, ok("probe-" + (i - 1) + "#" + (i - 1)));
    }

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("3 failures, the last: A:probe-3 GET probe-3 \"probe-2#2\"");
  }

  @Test
  void countsErrorsOfTheServer() {
    var story = failing(story(), "A", 2);
    story
        .starts("A:probe-3", "GET", "probe-3")
        .answers("A:probe-3", failure("LOADING"))
        .ends("A:probe-3", Said.error("LOADING"));

    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void countsProbesThatDoNotEnd() {
    var story = failing(story(), "A", 2).starts("A:probe-3", "GET", "probe-3");

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("3 failures, the last: A:probe-3 GET probe-3 still open");
  }

  @Test
  void takesTheFirstReportOfAProbe() {
    var story = failing(story(), "A", 2);

    assertThat(judged(answered(story, "A:probe-3").ends("A:probe-3", LOST))).isEmpty();
  }

  @Test
  void blamesNobodyForFailuresBeforeHealing() {
    var story = story();
    for (int i = 1; i <= 9; i++) {
      story.starts("A" + i, "GET", "kA" + i).ends("A" + i, LOST);
    }

    assertThat(judged(answered(story, "A:probe-1"))).isEmpty();
  }

  @Test
  void blamesNobodyWhereEverySlotOfAPoolWaitsForAPeerThatIsGone() {
    assertThat(judged(failing(waiting(true).discards(1, "BLPOP", "kA1", "0"), "B", 4))).isEmpty();
  }

  @Test
  void butWhereOneIsLeftOrThereIsNoPool() {
    assertThat(judged(failing(waiting(true), "B", 4))).hasSize(1);
    assertThat(judged(failing(waiting(false).discards(1, "BLPOP", "kA1", "0"), "B", 4))).hasSize(1);
  }

  private static HistoryBuilder waiting(boolean pooled) {
    var variant = Said.plainest().waitsForEverFor("BLPOP");
    return HistoryBuilder.of(pooled ? variant.pooled() : variant)
        .opens(1)
        .starts("A1", "BLPOP", "kA1", "0")
        .forsakes(1);
  }

  private static HistoryBuilder failing(HistoryBuilder story, String lane, int times) {
    for (int i = 1; i <= times; i++) {
      String label = lane + ":probe-" + i;
      story.starts(label, "GET", "probe-" + i).ends(label, LOST);
    }
    return story;
  }

  private static HistoryBuilder answered(HistoryBuilder story, String label) {
    return story
        .starts(label, "GET", label)
        .answers(label, answer(label + "#"))
        .ends(label, ok(label + "#"));
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new RecoversOracle().judge(story.history());
  }
}
