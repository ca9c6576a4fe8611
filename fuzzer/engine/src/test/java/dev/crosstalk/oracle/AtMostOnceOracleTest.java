package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.plainest;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Cause;
import dev.crosstalk.spi.CommandClass;
import dev.crosstalk.spi.DeliveryRule;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.SessionKind;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class AtMostOnceOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;
  private static final Outcome FAILED = new Outcome.UserCodeFailed("in the codec");

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void oneExecutionIsFineWhateverItsCallerWasTold(Outcome unknown) {
    assertThat(judged(once(story()).ends("A1", unknown))).isEmpty();
    assertThat(judged(late(story().starts("A1", "INCR", "kA1").ends("A1", unknown)))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void tellsASecondExecutionWhateverItsCallerWasTold(Outcome unknown) {
    assertThat(judged(late(once(story()).ends("A1", unknown))))
        .containsExactly(
            new Violation(
                "at-most-once",
                Family.EXTRA,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 INCR kA1 is executed once",
                "executed 2 times, while its answer was owed"));
  }

  @Test
  void saysThatItsConnectionWasLost() {
    var story = late(once(story().opens(1)).loses(1));

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed 2 times, after its connection was lost");
  }

  @Test
  void aConnectionThatTheDriverClosesIsLostUnlessItsAnswerWasLate() {
    assertThat(judged(late(once(declared(Cause.CONNECTION_LOST).opens(1)).closes(1))))
        .extracting(Violation::grade)
        .containsExactly(Grade.DOCUMENTED);
    assertThat(judged(late(once(declared(Cause.CONNECTION_LOST).opens(1)).pass(100).closes(1))))
        .extracting(Violation::grade)
        .containsExactly(Grade.FORBIDDEN);
  }

  /** It is closed for that, and not for the answer that it still owes. */
  @Test
  void aConnectionThatIsClosedWhenUserCodeFailsIsLost() {
    var waiting = once(declared(Cause.CONNECTION_LOST).opens(1)).pass(99).allowance(2);
    var failing = waiting.starts("B1", "GET", "kB1").ends("B1", FAILED).closes(1);

    assertThat(judged(late(failing)))
        .extracting(Violation::grade)
        .containsExactly(Grade.DOCUMENTED);
  }

  @Test
  void butNotOneThatIsClosedLongAfterwards() {
    var waiting = once(declared(Cause.CONNECTION_LOST).opens(1)).allowance(2);
    var failed = waiting.starts("B1", "GET", "kB1").ends("B1", FAILED).pass(100).closes(1);

    assertThat(judged(late(failed))).extracting(Violation::grade).containsExactly(Grade.FORBIDDEN);
  }

  @Test
  void whenAConnectionWasLeftThatNobodyReadNobodyKnows() {
    var unread = once(declared(Cause.CONNECTION_LOST).opens(1)).stopsReading(1);
    var leftLater = late(unread.pass(999_999)).closes(1);

    assertThat(judged(leftLater)).extracting(Violation::grade).containsExactly(Grade.DOCUMENTED);
  }

  @Test
  void butItWasReadAtThatTimeOrTheServerLeftIt() {
    var unread = once(declared(Cause.CONNECTION_LOST).opens(1)).stopsReading(1);
    var readBefore = late(unread.readsAgain(1).pass(999_999)).closes(1);
    assertThat(judged(readBefore)).extracting(Violation::grade).containsExactly(Grade.FORBIDDEN);

    var leftByServer = once(declared(Cause.CONNECTION_LOST).opens(1)).stopsReading(1);
    assertThat(judged(late(leftByServer.pass(999_999)).pass(9_999).loses(1)))
        .extracting(Violation::grade)
        .containsExactly(Grade.FORBIDDEN);
  }

  @Test
  void saysThatItsAnswerHadBeenGiven() {
    var story =
        late(story().starts("A1", "INCR", "kA1").answers("A1", answer(number(1))).hasEffect());

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed 2 times, although its answer had been given");
  }

  @Test
  void isGradedAsTheDriverDeclaresForTheCause() {
    assertThat(judged(late(once(declared(Cause.CONNECTION_LOST).opens(1)).loses(1))))
        .extracting(Violation::grade)
        .containsExactly(Grade.DOCUMENTED);
    assertThat(judged(late(once(declared(Cause.TIMED_OUT).opens(1)).loses(1))))
        .extracting(Violation::grade)
        .containsExactly(Grade.FORBIDDEN);
  }

  @Test
  void whatIsReadLateWasSentBefore() {
    var story = declared(Cause.CONNECTION_LOST).opens(1).starts("A1", "INCR", "kA1").halfCloses(1);
    var again = story.owesOver(2, "A1", answer(number(1))).hasEffect();

    assertThat(judged(again.owesOver(1, "A1", answer(number(2))).hasEffect()))
        .extracting(Violation::grade)
        .containsExactly(Grade.DOCUMENTED);
  }

  @Test
  void theWorstOfSeveralCounts() {
    var lostAndLate = late(late(once(declared(Cause.CONNECTION_LOST).opens(1)).loses(1)));

    assertThat(judged(lostAndLate)).extracting(Violation::grade).containsExactly(Grade.FORBIDDEN);
  }

  @Test
  void doesNotCountWhatHadNoEffect() {
    var story = once(story()).owesOver(2, "A1", answer("QUEUED"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void blamesNobodyWhereTwoCallsSayTheSame() {
    assertThat(judged(late(once(story())).starts("B1", "INCR", "kA1"))).isEmpty();
  }

  private static HistoryBuilder declared(Cause cause) {
    return HistoryBuilder.of(
        plainest()
            .delivers(
                new DeliveryRule(
                    CommandClass.WRITES,
                    SessionKind.DIRECT,
                    cause,
                    Grade.DOCUMENTED,
                    URI.create("https://example.org/delivery"))));
  }

  private static HistoryBuilder once(HistoryBuilder story) {
    return story.starts("A1", "INCR", "kA1").owes("A1", answer(number(1))).hasEffect();
  }

  private static HistoryBuilder late(HistoryBuilder story) {
    return story.owesOver(2, "A1", answer(number(2))).hasEffect();
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new AtMostOnceOracle().judge(story.history());
  }
}
