package dev.crosstalk.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The timeout is 100 ms throughout; times count from the beginning of the call. */
class CallDeadlineTest {
  private static final Execution.Reply REPLY = new Execution.Reply.Answer(new Value.Text("v"));

  private static final Outcome OK = new Outcome.Ok(new Value.Text("v"));

  @Test
  void isOneTimeoutAfterTheCallBegan() {
    assertThat(dueMillis(start(perCall()))).isEqualTo(100);
    assertThat(dueMillis(start(perRead()))).isEqualTo(100);
  }

  @Test
  void isPutOffByTheAllowanceAndTheDriversOwnDelay() {
    assertThat(dueMillis(start(perCall().ownDelayMax(Duration.ofMillis(30))).allowance(7)))
        .isEqualTo(137);
  }

  @Test
  void isPutOffByOnePeriodWhereACallMayWaitForAPoolSlot() {
    assertThat(dueMillis(start(perCall().pooled()))).isEqualTo(200);
  }

  @Test
  void isPutOffByOnePeriodForConnecting() {
    assertThat(dueMillis(start(perCall()).opens(1))).isEqualTo(200);
  }

  @Test
  void isPutOffByOnePeriodForEachRoundTripOfAHandshake() {
    var story = shakesHands(shakesHands(start(perCall()).opens(1), 1), 1);

    assertThat(dueMillis(story)).isEqualTo(400);
  }

  @Test
  void countsEveryConnectionThatWasOpenedMeanwhileWhereTheTimeoutBoundsEachRead() {
    var story = shakesHands(shakesHands(start(perRead()).opens(1), 1).opens(2), 2);

    assertThat(dueMillis(story)).isEqualTo(500);
  }

  @Test
  void countsButTheFirstConnectionWhereTheTimeoutBoundsTheCall() {
    var story = shakesHands(shakesHands(start(perCall()).opens(1), 1).opens(2), 2);

    assertThat(dueMillis(story)).isEqualTo(300);
  }

  @Test
  void grantsNothingForAConnectionOpenedBefore() {
    var story = shakesHands(HistoryBuilder.of(perCall()).opens(1), 1).starts("A1", "GET", "kA1");

    assertThat(dueMillis(story)).isEqualTo(100);
  }

  @Test
  void grantsNothingForAConnectionOpenedAfterTheCallHadEnded() {
    assertThat(dueMillis(start(perCall()).ends("A1", OK).opens(1))).isEqualTo(100);
  }

  @Test
  void countsConnectionsOpenedAtTheVeryBeginningAndEnd() {
    var story = start(perRead()).pass(-1).opens(1).pass(5).ends("A1", OK).pass(-1).opens(2).pass(5);

    assertThat(dueMillis(story)).isEqualTo(300);
  }

  @Test
  void countsNoCallsAmongTheRoundTripsOfAHandshake() {
    var story =
        start(perCall()).opens(1).answers("A1", new Execution.Reply.Answer(new Value.Text("v")));

    assertThat(dueMillis(story)).isEqualTo(200);
  }

  @Test
  void beginsAnewWithEveryByteWhereTheTimeoutBoundsEachRead() {
    assertThat(dueMillis(connected(perRead()).pass(59).sends(1))).isEqualTo(161);
    assertThat(dueMillis(connected(perRead()).pass(59).sends(1).pass(19).sends(1))).isEqualTo(181);
  }

  @Test
  void doesNotBeginAnewWhereTheTimeoutBoundsTheCall() {
    assertThat(dueMillis(connected(perCall()).pass(59).sends(1))).isEqualTo(100);
  }

  @Test
  void aCallInABlockMayTakeItsOwnTimeoutWhereEachCallHasOne() {
    assertThat(dueMillis(lostBlock(perCall()))).isEqualTo(100);
    assertThat(dueMillis(lostBlock(perRead()))).isLessThan(10);
  }

  @Test
  void butNotWhenTheBlockHasItsAnswer() {
    assertThat(dueMillis(block(perCall()).ends("A2", OK))).isLessThan(10);
  }

  private static HistoryBuilder lostBlock(VariantBuilder variant) {
    return block(variant).ends("A2", new Outcome.ConnectionLost("gone"));
  }

  private static HistoryBuilder block(VariantBuilder variant) {
    return HistoryBuilder.of(variant.transaction())
        .starts("A0", "MULTI")
        .inBlock("A0", "A0")
        .ends("A0", OK)
        .starts("A1", "GET", "kA1")
        .inBlock("A1", "A0")
        .starts("A2", "EXEC")
        .inBlock("A2", "A0");
  }

  @Test
  void takesNoNoticeOfBytesThatLeaveForOthers() {
    var story = connected(perRead()).pass(9).sends(1).pass(9);
    HistoryBuilder others =
        HistoryBuilder.of(perRead()).opens(1).opens(2).starts("A1", "GET", "kA1");

    assertThat(dueMillis(story)).isEqualTo(111);
    assertThat(dueMillis(others.owes("A1", REPLY).pass(9).sends(2))).isEqualTo(100);
  }

  @Test
  void doesNotBeginAnewWithBytesThatLeftBefore() {
    var story = HistoryBuilder.of(perRead()).opens(1).sends(1).pass(9).starts("A1", "GET", "kA1");

    assertThat(dueMillis(story)).isEqualTo(100);
  }

  @Test
  void doesNotBeginAnewWithBytesThatLeaveAfterTheCallHasEnded() {
    var story = connected(perRead()).pass(9).ends("A1", OK).pass(9).sends(1);

    assertThat(dueMillis(story)).isEqualTo(100);
  }

  @Test
  void beginsAnewWithBytesThatLeaveAsTheCallEnds() {
    var story = connected(perRead()).pass(9).ends("A1", OK).pass(-1).sends(1);

    assertThat(dueMillis(story)).isEqualTo(111);
  }

  @Test
  void doesNotBeginAnewWithARequest() {
    assertThat(dueMillis(connected(perRead()).pass(59).receives(1))).isEqualTo(100);
  }

  private static VariantBuilder perCall() {
    return Variant.named("made").timeoutPerCall();
  }

  private static VariantBuilder perRead() {
    return Variant.named("made");
  }

  private static HistoryBuilder start(VariantBuilder variant) {
    return HistoryBuilder.of(variant).starts("A1", "GET", "kA1");
  }

  private static HistoryBuilder connected(VariantBuilder variant) {
    return HistoryBuilder.of(variant).opens(1).starts("A1", "GET", "kA1").owes("A1", REPLY);
  }

  private static HistoryBuilder shakesHands(HistoryBuilder story, int connection) {
    return story.answersOwn(
        connection, new Execution.Reply.Answer(new Value.Text("OK")), "SELECT", "1");
  }

  private static long dueMillis(HistoryBuilder story) {
    History history = story.history();
    CallHistory call = history.call("A1").orElseThrow();
    return Duration.ofNanos(CallDeadline.overdueNanos(history, call) - call.invokedNanos())
        .toMillis();
  }
}
