package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PushesApartOracleTest {
  private static final int UNREAD = -1;

  @Test
  void isSilentWhenEachCopyIsToldOnce() {
    assertThat(
            judged(
                subscribed()
                    .pushes(1, "", "c1", "M1", 0)
                    .tells(1, "", "c1", "M1")
                    .pushes(1, "c*", "c1", "M1", 0)
                    .tells(1, "c*", "c1", "M1")))
        .isEmpty();
  }

  @Test
  void twoCopiesAreToldTwice() {
    assertThat(
            judged(
                subscribed()
                    .pushes(1, "", "c1", "M1", 0)
                    .pushes(2, "", "c1", "M1", 0)
                    .tells(1, "", "c1", "M1")
                    .tells(2, "", "c1", "M1")))
        .isEmpty();
  }

  @Test
  void tellsAMessageThatWasToldTwice() {
    assertThat(
            judged(
                subscribed()
                    .pushes(1, "", "c1", "M1", 0)
                    .tells(1, "", "c1", "M1")
                    .tells(1, "", "c1", "M1")))
        .containsExactly(
            new Violation(
                "pushes-apart",
                Family.PUSHES,
                Grade.FORBIDDEN,
                Optional.empty(),
                "what is told has come: \"M1\" for channel c1, whole, on connection 1",
                "session 1 told \"M1\" for channel c1 for the 2nd time"));
  }

  @Test
  void tellsAMessageThatWasToldBeforeItHadLeft() {
    assertThat(judged(subscribed().tells(1, "", "c1", "M1").pushes(1, "", "c1", "M1", UNREAD)))
        .extracting(Violation::observed)
        .containsExactly("session 1 told \"M1\" for channel c1");
  }

  @Test
  void tellsAMessageThatNobodyPublished() {
    assertThat(judged(subscribed().tells(1, "", "c1", "kA1#1")))
        .extracting(Violation::expected)
        .containsExactly("what is told has come: no such message was published");
  }

  @Test
  void tellsAMessageThatWasToldForAnotherSubscription() {
    assertThat(judged(subscribed().pushes(1, "c*", "c1", "M1", UNREAD).tells(1, "", "c1", "M1")))
        .extracting(Violation::expected)
        .containsExactly(
            "what is told has come: \"M1\" for pattern c* of channel c1, whole, on connection 1");
  }

  @Test
  void tellsAMessageThatWasReadAndNotTold() {
    assertThat(judged(subscribed().pushes(1, "", "c1", "M1", 0)))
        .containsExactly(
            new Violation(
                "pushes-apart",
                Family.PUSHES,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "a message that was read is told: \"M1\" for channel c1, whole, on connection 1",
                "no listener was told"));
  }

  @Test
  void tellsACopyThatWasLostAmongOthers() {
    assertThat(
            judged(
                subscribed()
                    .pushes(1, "", "c1", "M1", 0)
                    .pushes(1, "", "c1", "M1", 0)
                    .tells(1, "", "c1", "M1")))
        .extracting(Violation::observed)
        .containsExactly("told 1 times of 2");
  }

  @Test
  void aMessageThatWasNotReadMayBeLost() {
    assertThat(judged(subscribed().pushes(1, "", "c1", "M1", UNREAD))).isEmpty();
  }

  @Test
  void aMessageMayBeLostWhenItsSubscriptionFailed() {
    var story =
        story()
            .starts("A1", "SUBSCRIBE", "c1")
            .answers("A1", confirmation())
            .pushes(1, "", "c1", "M1", 0)
            .ends("A1", new Outcome.TimedOut("late"));
    assertThat(judged(story)).isEmpty();
  }

  @Test
  void aMessageMayBeLostOnceSomebodyLeavesItsChannel() {
    assertThat(judged(subscribed().starts("A2", "UNSUBSCRIBE", "c1").pushes(1, "", "c1", "M1", 0)))
        .isEmpty();
    assertThat(judged(subscribed().starts("A2", "UNSUBSCRIBE").pushes(1, "", "c1", "M1", 0)))
        .isEmpty();
  }

  @Test
  void whoLeavesAnotherChannelExcusesNothing() {
    assertThat(judged(subscribed().starts("A2", "UNSUBSCRIBE", "c2").pushes(1, "", "c1", "M1", 0)))
        .hasSize(1);
    assertThat(judged(subscribed().starts("A2", "PUNSUBSCRIBE").pushes(1, "", "c1", "M1", 0)))
        .hasSize(1);
    assertThat(judged(subscribed().starts("B1", "UNSUBSCRIBE", "c1").pushes(1, "", "c1", "M1", 0)))
        .as("on another session")
        .hasSize(1);
  }

  @Test
  void aMessageMayBeLostBehindAListenerThatThrew() {
    assertThat(
            judged(
                subscribed()
                    .pushes(1, "", "c1", "M1", 0)
                    .tells(1, "", "c1", "M1", true)
                    .pushes(1, "", "c1", "M2", 0)))
        .isEmpty();
  }

  @Test
  void tellsAMessageThatACallGotForItsReply() {
    var story =
        subscribed().starts("A2", "PING").pushes(1, "", "c1", "M1", UNREAD).ends("A2", ok("M1"));
    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "pushes-apart",
                Family.PUSHES,
                Grade.FORBIDDEN,
                Optional.of("A2"),
                "A2 PING gets no message",
                "\"M1\", which is \"M1\" for channel c1, whole, on connection 1"));
  }

  @Test
  void whatAnApiReturnsForASubscriptionIsNotJudged() {
    var story =
        subscribed()
            .starts("A2", "UNSUBSCRIBE", "c2")
            .pushes(1, "", "c1", "M1", UNREAD)
            .ends("A2", ok("M1"));
    assertThat(judged(story)).isEmpty();
  }

  @Test
  void findsAMessageInsideAnAnswer() {
    var items = new Value.Items(List.of(new Value.Text("message"), new Value.Text("M1")));
    var story =
        subscribed()
            .starts("A2", "MGET", "k1", "k2")
            .pushes(1, "", "c1", "M1", UNREAD)
            .ends("A2", new Outcome.Ok(items));
    assertThat(judged(story)).hasSize(1);
  }

  @Test
  void saysNothingOfHistoriesWithoutMessages() {
    assertThat(judged(subscribed())).isEmpty();
  }

  private static HistoryBuilder subscribed() {
    return story()
        .starts("A1", "SUBSCRIBE", "c1")
        .answers("A1", confirmation())
        .ends("A1", new Outcome.Ok(new Value.Nil()));
  }

  private static Reply confirmation() {
    return answer("subscribe");
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new PushesApartOracle().judge(story.history());
  }
}
