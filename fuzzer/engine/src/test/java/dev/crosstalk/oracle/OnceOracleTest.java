package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OnceOracleTest {

  @Test
  void aReportAfterItsCallerHasCompletedItIsTheDriversFirst() {
    var story = story().starts("A1", "GET", "kA1").isCompletedByItsCaller("A1");

    assertThat(judged(story)).isEmpty();
    assertThat(judged(story.ends("A1", ok("kA1#1")))).isEmpty();
    assertThat(judged(story.ends("A1", ok("kA1#1")))).hasSize(1);
  }

  @Test
  void isSilentWhenEachCallCompletesOnce() {
    assertThat(judged(answered().starts("A2", "GET", "kA2").ends("A2", Said.GARBLED))).isEmpty();
  }

  @Test
  void tellsACallThatCompletesTwice() {
    assertThat(judged(answered().ends("A1", new Outcome.TimedOut("after 100 ms"))))
        .containsExactly(
            new Violation(
                "once",
                Family.EXTRA,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 completes once",
                "\"kA1#1\", and then timed out: after 100 ms"));
  }

  @Test
  void tellsACallThatCompletesTwiceAlike() {
    assertThat(judged(answered().ends("A1", ok("kA1#1")))).hasSize(1);
  }

  @Test
  void leavesACallThatDoesNotCompleteToInTime() {
    assertThat(judged(story().starts("A1", "GET", "kA1").pass(10_000))).isEmpty();
  }

  @Test
  void blamesNobodyForACallThatWasExecutedTwice() {
    var sentAgain =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .answers("A1", answer("kA1#2"))
            .ends("A1", ok("kA1#2"));

    assertThat(judged(sentAgain)).isEmpty();
  }

  private static HistoryBuilder answered() {
    return story()
        .starts("A1", "GET", "kA1")
        .answers("A1", answer("kA1#1"))
        .ends("A1", ok("kA1#1"));
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new OnceOracle().judge(story.history());
  }
}
