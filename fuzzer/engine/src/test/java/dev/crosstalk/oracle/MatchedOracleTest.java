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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class MatchedOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

  @Test
  void isSilentWhenEachCallGetsItsOwnReply() {
    assertSilent(
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"))
            .starts("A2", "GET", "kA2")
            .answers("A2", answer("kA2#2"))
            .ends("A2", ok("kA2#2")));
  }

  @Test
  void tellsWhoseReplyACallGot() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", new Outcome.TimedOut("late"))
            .starts("A2", "GET", "kA2")
            .answers("A2", answer("kA2#2"))
            .ends("A2", ok("kA1#1"));

    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "matched",
                Family.CROSSED,
                Grade.FORBIDDEN,
                Optional.of("A2"),
                "A2 GET kA2 gets \"kA2#2\"",
                "\"kA1#1\", which is the reply to A1 GET kA1 on connection 1"));
  }

  @Test
  void tellsAReplyToTheDriversOwnCommand() {
    var story =
        story()
            .answersOwn(2, answer("OK"), "SELECT", "1")
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("OK"));

    assertTold(story, "\"OK\", which is the reply to the driver's own SELECT 1 on connection 2");
  }

  @Test
  void tellsAnAnswerThatNobodyWasSent() {
    var story =
        story().starts("A1", "GET", "kA1").answers("A1", answer("kA1#1")).ends("A1", ok("kA1#9"));

    assertTold(story, "\"kA1#9\"");
  }

  @Test
  void doesNotTraceAnAnswerToAnotherReplyThanItsOwn() {
    var story =
        story()
            .starts("B1", "GET", "kB1")
            .answers("B1", answer("kB1#1"))
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#2"))
            .ends("A1", ok("kA1#9"));

    assertTold(story, "\"kA1#9\"");
  }

  @Test
  void tellsAnAnswerThatIsNotWhole() {
    var story =
        story().starts("A1", "GET", "kA1").answers("A1", answer("kA1#1")).ends("A1", ok("kA1"));

    assertTold(story, "\"kA1\"");
  }

  @Test
  void tellsAnAnswerThatCameBeforeItsReplyHadLeft() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .owes("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"))
            .letsOut();

    assertThat(judged(story))
        .extracting(Violation::expected)
        .containsExactly("A1 GET kA1 gets no reply: none to it had left the server");
  }

  @Test
  void tellsAnAnswerWhoseReplyNeverLeft() {
    var story =
        story().starts("A1", "GET", "kA1").owes("A1", answer("kA1#1")).ends("A1", ok("kA1#1"));

    assertTold(story, "\"kA1#1\"");
  }

  @Test
  void doesNotTraceAnAnswerToAReplyThatHadNotLeft() {
    var story =
        story()
            .starts("B1", "GET", "kB1")
            .owes("B1", answer("kB1#1"))
            .starts("A1", "GET", "kA1")
            .ends("A1", ok("kB1#1"));

    assertTold(story, "\"kB1#1\"");
  }

  @Test
  void acceptsAReplyThatLeftAtTheVeryMoment() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .pass(-1)
            .ends("A1", ok("kA1#1"));

    assertThat(story.history().executions().getFirst().sentNanos())
        .isEqualTo(story.history().calls().getFirst().completions().getFirst().atNanos());
    assertSilent(story);
  }

  @Test
  void acceptsAReplyThatLeftAsTheCaseBegan() {
    var story =
        story()
            .pass(-3)
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"));

    assertThat(story.history().executions().getFirst().sentNanos()).isZero();
    assertSilent(story);
  }

  @Test
  void judgesEachReportOnACallThatCompletesTwice() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer("kA1#1"))
            .ends("A1", ok("kA1#1"))
            .ends("A1", ok("kA2#2"));

    assertTold(story, "\"kA2#2\"");
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void blamesNobodyForAnUnknownOutcome(Outcome unknown) {
    assertSilent(
        story().starts("A1", "GET", "kA1").answers("A1", answer("kA1#1")).ends("A1", unknown));
  }

  @Test
  void blamesNobodyForACallStillOpen() {
    assertSilent(story().starts("A1", "GET", "kA1").answers("A1", answer("kA1#1")));
  }

  @Test
  void leavesWhatIsGarbledToOthers() {
    assertSilent(
        story().starts("A1", "GET", "kA1").answers("A1", answer("kA1#1")).ends("A1", Said.GARBLED));
  }

  private static void assertTold(HistoryBuilder story, String observed) {
    assertThat(judged(story)).extracting(Violation::observed).containsExactly(observed);
  }

  private static void assertSilent(HistoryBuilder story) {
    assertThat(judged(story)).isEmpty();
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new MatchedOracle().judge(story.history());
  }
}
