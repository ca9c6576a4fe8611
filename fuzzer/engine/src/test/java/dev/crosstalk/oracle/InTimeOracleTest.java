package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.plainest;
import static dev.crosstalk.oracle.Said.story;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long a call may take in which circumstances is told by {@code CallDeadlineTest}. */
class InTimeOracleTest {

  @Test
  void isSilentWhenACallEndsWithinItsTimeout() {
    assertThat(judged(story().starts("A1", "GET", "kA1").pass(99).ends("A1", ok("kA1#1"))))
        .isEmpty();
  }

  @Test
  void tellsACallThatEndsLate() {
    var story = story().starts("A1", "GET", "kA1").pass(100).ends("A1", ok("kA1#1"));

    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "in-time",
                Family.STUCK,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 ends within 100 ms",
                "ended after 101 ms"));
  }

  @Test
  void tellsACallThatIsStillOpen() {
    assertThat(judged(story().starts("A1", "GET", "kA1").pass(250)))
        .extracting(Violation::observed)
        .containsExactly("still open after 250 ms");
  }

  @Test
  void blamesNobodyForACallThatIsOpenButNotOverdue() {
    assertThat(judged(story().starts("A1", "GET", "kA1").pass(100))).isEmpty();
  }

  @Test
  void blamesNobodyForACallThatNeverBegan() {
    assertThat(judged(story().queues("A2", "GET", "kA2").pass(10_000))).isEmpty();
  }

  @Test
  void grantsTheAllowanceAndTheDriversOwnDelay() {
    var story =
        HistoryBuilder.of(plainest().ownDelayMax(Duration.ofMillis(20)))
            .allowance(500)
            .starts("A1", "GET", "kA1")
            .pass(619);

    assertThat(judged(story.ends("A1", new Outcome.TimedOut("after 620 ms")))).isEmpty();
  }

  @Test
  void saysHowLongACallMayTakeInAll() {
    assertThat(judged(story().allowance(500).starts("A1", "GET", "kA1").pass(601)))
        .extracting(Violation::expected)
        .containsExactly("A1 GET kA1 ends within 600 ms");
  }

  @Test
  void judgesTheFirstReportOnly() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .ends("A1", ok("kA1#1"))
            .pass(1_000)
            .ends("A1", ok("kA1#1"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void tellsEachCallThatIsLate() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .starts("B1", "GET", "kB1")
            .pass(200)
            .ends("B1", new Outcome.TimedOut("late"));

    assertThat(judged(story))
        .extracting(Violation::call)
        .containsExactly(Optional.of("A1"), Optional.of("B1"));
  }

  @Test
  void tellsACallThatNothingCanWakeBeforeItIsOverdue() {
    var story =
        story()
            .starts("A1", "GET", "kA1")
            .hangs(
                "A1", "java.base/jdk.internal.misc.Unsafe.park(Native Method)", "app//x.Y.z(Y:1)");

    assertThat(judged(story))
        .containsExactly(
            new Violation(
                "in-time",
                Family.STUCK,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 GET kA1 ends",
                "hangs: nothing can wake it any more; its thread waits at app//x.Y.z(Y:1)"));
  }

  @Test
  void namesTheInnermostFrameOfAHangThatIsAllTheJdks() {
    assertThat(
            judged(
                story().starts("A1", "GET", "kA1").hangs("A1", "java.base/a.b(A)", "java.base/c")))
        .extracting(Violation::observed)
        .containsExactly(
            "hangs: nothing can wake it any more; its thread waits at java.base/a.b(A)");
  }

  @Test
  void tellsAHangOfACallThatHasNoThread() {
    assertThat(judged(story().starts("A1", "GET", "kA1").hangs("A1")))
        .extracting(Violation::observed)
        .containsExactly("hangs: nothing can wake it any more");
  }

  @Test
  void tellsAHangThatIsOverdueOnce() {
    assertThat(judged(story().starts("A1", "GET", "kA1").hangs("A1", "x").pass(250)))
        .extracting(Violation::observed)
        .containsExactly("still open after 250 ms");
  }

  @Test
  void blamesNobodyForAHangInABlockThatIsNotEnded() {
    var story = story().starts("A1", "GET", "kA1").inBlock("A1", "A1").hangs("A1", "x").pass(999);

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void aCallThatItsDriverWaitsForWithoutATimeoutMayTakeForEver() {
    assertThat(judged(owed(openEnded()).pass(9_999))).isEmpty();
    assertThat(judged(openEnded().starts("A1", "BLPOP", "kA1", "1").pass(9_999))).hasSize(1);
    assertThat(judged(openEnded().starts("A1", "GET", "kA1").pass(9_999))).hasSize(1);
  }

  @Test
  void butNotHang() {
    assertThat(judged(owed(openEnded()).hangs("A1", "x"))).hasSize(1);
  }

  @Test
  void norDoesItKnowThatItsPeerIsGone() {
    assertThat(judged(owed(openEnded()).forsakes(1).hangs("A1", "x"))).isEmpty();
    assertThat(
            judged(
                openEnded()
                    .opens(1)
                    .starts("A1", "BLPOP", "kA1", "1")
                    .forsakes(1)
                    .discards(1, "BLPOP", "kA1", "1")
                    .hangs("A1", "x")))
        .isEmpty();

    var answeredElsewhere =
        openEnded()
            .opens(1)
            .opens(2)
            .starts("A1", "BLPOP", "kA1", "1")
            .answersOver(2, "A1", Said.answer("v"))
            .forsakes(1)
            .hangs("A1", "x");
    assertThat(judged(answeredElsewhere)).hasSize(1);
  }

  @Test
  void whoWasLeftListeningMayWaitForEver() {
    assertThat(judged(listening().hangs("A1", "x"))).isEmpty();
  }

  @Test
  void butNotWhoWasToldToStop() {
    HistoryBuilder told = listening().starts("A2", "UNSUBSCRIBE").session("A", 1);
    assertThat(judged(told.ends("A2", ok("c1")).hangs("A1", "x"))).hasSize(1);
  }

  @Test
  void norWhoHasNotBeenConfirmed() {
    HistoryBuilder unconfirmed =
        HistoryBuilder.of(plainest().can(Capability.SUBSCRIBES))
            .opens(1)
            .starts("A1", "SUBSCRIBE", "c1");
    assertThat(judged(unconfirmed.hangs("A1", "x"))).hasSize(1);
  }

  @Test
  void whoWasToldToStopAtTheSameMomentButBeforeItBegan() {
    HistoryBuilder stoppedBefore =
        listeningBehind(silent().starts("A2", "UNSUBSCRIBE").session("A", 1).ends("A2", ok("c1")));

    assertThat(judged(stoppedBefore.hangs("A1", "x"))).isEmpty();
  }

  @Test
  void whoWasToldToLeaveOnlySomeOfWhatItListensTo() {
    for (List<String> leaves :
        List.of(
            List.of("UNSUBSCRIBE", "c2"), List.of("PUNSUBSCRIBE"), List.of("PUNSUBSCRIBE", "c1"))) {
      String[] names = leaves.subList(1, leaves.size()).toArray(String[]::new);
      HistoryBuilder told = listening().starts("A2", leaves.getFirst(), names).session("A", 1);

      assertThat(judged(told.ends("A2", ok("c2")).hangs("A1", "x"))).isEmpty();
    }
    HistoryBuilder all = listening().starts("A2", "UNSUBSCRIBE", "c1").session("A", 1);
    assertThat(judged(all.ends("A2", ok("c1")).hangs("A1", "x"))).hasSize(1);
  }

  private static HistoryBuilder listening() {
    return listeningBehind(silent());
  }

  private static HistoryBuilder silent() {
    return HistoryBuilder.of(plainest().can(Capability.SUBSCRIBES)).opens(1);
  }

  private static HistoryBuilder listeningBehind(HistoryBuilder story) {
    return story.starts("A1", "SUBSCRIBE", "c1").session("A", 1).answers("A1", Said.answer("c1"));
  }

  private static HistoryBuilder owed(HistoryBuilder story) {
    return story.opens(1).starts("A1", "BLPOP", "kA1", "1").owes("A1", Said.answer("v"));
  }

  private static HistoryBuilder openEnded() {
    return HistoryBuilder.of(plainest().waitsForEverFor("BLPOP"));
  }

  @Test
  void blamesNobodyButTheCallThatHangs() {
    var story = story().starts("A1", "GET", "kA1").starts("B1", "GET", "kB1").hangs("B1");

    assertThat(judged(story)).extracting(Violation::call).containsExactly(Optional.of("B1"));
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new InTimeOracle().judge(story.history());
  }
}
