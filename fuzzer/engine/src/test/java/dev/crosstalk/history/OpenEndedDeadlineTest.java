package dev.crosstalk.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.oracle.HistoryBuilder;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenEndedDeadlineTest {
  private static final long MILLI = 1_000_000;

  @Test
  void whoListensIsNeverDueWhileSubscribed() {
    assertThat(dueMillis(listening(), "A1")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoListensIsDueOnceNothingIsSubscribedToAnyMore() {
    HistoryBuilder left = listening().starts("A2", "UNSUBSCRIBE").answers("A2", left(0));
    assertThat(dueMillis(left, "A1")).isEqualTo(7 + 100);
  }

  @Test
  void whoListensToOneChannelLessIsNotDue() {
    HistoryBuilder left = listening().starts("A2", "UNSUBSCRIBE", "c2").answers("A2", left(1));
    assertThat(dueMillis(left, "A1")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoHasSubscribedAgainIsNotDue() {
    HistoryBuilder again =
        listening()
            .starts("A2", "UNSUBSCRIBE")
            .answers("A2", left(0))
            .starts("A3", "SUBSCRIBE", "c2")
            .answers("A3", left(1));
    assertThat(dueMillis(again, "A1")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void whoListensIsDueWhenTheConnectionHasEnded() {
    assertThat(dueMillis(listening().loses(1), "A1")).isEqualTo(5 + 100);
  }

  @Test
  void whoWasRefusedIsDue() {
    HistoryBuilder refused =
        story().opens(1).starts("A1", "SUBSCRIBE", "c1").answers("A1", new Reply.Failure("NOPERM"));
    assertThat(dueMillis(refused, "A1")).isEqualTo(4 + 100);
  }

  @Test
  void aPingBesideIsDueOnceItWasAnswered() {
    HistoryBuilder owed = listening().starts("A2", "PING").owes("A2", pong());
    assertThat(dueMillis(owed, "A2")).isEqualTo(Long.MAX_VALUE);
    HistoryBuilder answered = listening().starts("A2", "PING").answers("A2", pong());
    assertThat(dueMillis(answered, "A2")).isEqualTo(7 + 100);
  }

  @Test
  void aPingWhereNobodyListensIsAsAnyCall() {
    HistoryBuilder alone = story().opens(1).starts("A1", "PING").owes("A1", pong());
    assertThat(dueMillis(alone, "A1")).isEqualTo(2 + 100);
  }

  @Test
  void whereSubscribingEndsWithItsConfirmationNothingIsOpenEnded() {
    HistoryBuilder async =
        HistoryBuilder.of(Variant.named("made").async().timeoutPerCall().can(Capability.SUBSCRIBES))
            .opens(1)
            .starts("A1", "SUBSCRIBE", "c1")
            .owes("A1", left(1));
    assertThat(dueMillis(async, "A1")).isEqualTo(2 + 100);
  }

  @Test
  void whoWaitsWithoutATimeoutIsNeverDueWhileItIsOwed() {
    assertThat(dueMillis(popping().owes("A1", pong()), "A1")).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void butOnceItWasAnsweredOrItsConnectionHasEnded() {
    assertThat(dueMillis(popping().answers("A1", pong()), "A1")).isEqualTo(4 + 100);
    assertThat(dueMillis(popping().owes("A1", pong()).loses(1), "A1")).isEqualTo(4 + 100);
  }

  @Test
  void whoWasNeverReadIsAsAnyCall() {
    assertThat(dueMillis(popping(), "A1")).isEqualTo(2 + 100);
    assertThat(dueMillis(popping().forsakes(1), "A1")).isEqualTo(2 + 100);
  }

  @Test
  void whoAskedAPeerThatIsGoneMayWaitForEver() {
    HistoryBuilder asked = popping().forsakes(1).discards(1, "blpop", "kA1", "0");
    assertThat(dueMillis(asked, "A1")).isEqualTo(Long.MAX_VALUE);
    assertThat(dueMillis(asked.closes(1), "A1")).isEqualTo(2 + 100);
  }

  @Test
  void whoWasSentIllegalBytesMayWaitForEver() {
    HistoryBuilder illegal = popping().answers("A1", pong()).corrupts(1);
    assertThat(dueMillis(illegal, "A1")).isEqualTo(Long.MAX_VALUE);
    assertThat(dueMillis(illegal.loses(1), "A1")).isEqualTo(6 + 100);
  }

  @Test
  void whatAPeerDiscardsThatWasAskedElsewhereSinceIsNoExcuse() {
    HistoryBuilder again =
        popping().forsakes(1).discards(1, "BLPOP", "kA1", "0").opens(2).owesOver(2, "A1", pong());
    assertThat(dueMillis(again.loses(2), "A1")).isEqualTo(2 + 2 * 100);
  }

  @Test
  void whatAPeerDiscardsOfOthersIsNoExcuse() {
    HistoryBuilder other = popping().forsakes(1).discards(1, "BLPOP", "kB1", "0");
    assertThat(dueMillis(other, "A1")).isEqualTo(2 + 100);
  }

  private static HistoryBuilder popping() {
    return HistoryBuilder.of(Variant.named("made").waitsForEverFor("BLPOP"))
        .opens(1)
        .starts("A1", "BLPOP", "kA1", "0");
  }

  private static HistoryBuilder story() {
    return HistoryBuilder.of(Variant.named("made").can(Capability.SUBSCRIBES));
  }

  private static HistoryBuilder listening() {
    return story().opens(1).starts("A1", "SUBSCRIBE", "c1").answers("A1", left(1));
  }

  /** A confirmation that leaves so many subscriptions. */
  private static Reply left(int count) {
    List<Value> confirmation =
        List.of(new Value.Text("subscribe"), new Value.Text("c1"), new Value.Number(count));
    return new Reply.Answer(new Value.Items(List.of(new Value.Items(confirmation))));
  }

  private static Reply pong() {
    return new Reply.Answer(new Value.Text("PONG"));
  }

  private static long dueMillis(HistoryBuilder story, String label) {
    History history = story.history();
    long due = CallDeadline.overdueNanos(history, history.call(label).orElseThrow());
    return due == Long.MAX_VALUE ? due : due / MILLI;
  }
}
