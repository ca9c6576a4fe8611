package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.ASYNC;
import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.replay.Diary.Asked;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Start, walk away, interrupt, cancel, complete, give up, expire. */
class CallerStepsTest {

  @Test
  void aStartOnABusyLaneQueuesAndBeginsLater() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "A A2 GET k2",
            "server release the reply to A1",
            "server release the reply to A2");
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.endedIn("A2")).isEqualTo(3);
    CallHistory first = play.history().call("A1").orElseThrow();
    CallHistory second = play.history().call("A2").orElseThrow();
    assertThat(second.step()).isEqualTo(1);
    assertThat(second.invokedNanos()).isGreaterThanOrEqualTo(first.completions().get(0).atNanos());
    assertThat(play.driver().diary.asked())
        .containsExactly(new Asked(1, "GET k1"), new Asked(1, "GET k2"));
  }

  @Test
  void awaitOnABusyLaneAwaitsWhatComesFirst() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "A A2 GET k2", "A await A2");
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.endedIn("A2")).isEqualTo(2);
  }

  @Test
  void startsOfAnAsyncLaneDoNotWaitForEachOther() {
    Play play = Play.of(ASYNC, "A A1 GET k1", "A A2 GET k2");
    assertThat(play.history().executions()).extracting(Execution::step).startsWith(0, 1);
  }

  @Test
  void whoseClientIsClosedGoesOnWithANewOne() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "A await A1",
            "A close the client",
            "A A2 GET k2",
            "A await A2");
    assertThat(play.driver().diary.asked())
        .containsExactly(new Asked(1, "GET k1"), new Asked(2, "GET k2"));
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
  }

  @Test
  void aCallIsMarkedWhoseClientIsClosedUnderIt() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "A await A1",
            "A A2 GET k2",
            "A close the client",
            "A A3 GET k3",
            "A await A3");
    assertThat(play.history().calls())
        .filteredOn(CallHistory::closedUnder)
        .extracting(CallHistory::label)
        .containsExactly("A2");
  }

  @Test
  void whoWalksAwayGoesOnWithANewSession() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "A walk away", "A A2 GET k2", "A await A2");
    assertThat(play.driver().diary.asked())
        .containsExactly(new Asked(1, "GET k1"), new Asked(2, "GET k2"));
    assertThat(play.endedIn("A2")).isEqualTo(3);
    assertThat(play.endedIn("A1")).as("the old thread is still at it").isEqualTo(4);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
  }

  @Test
  void anInterruptMeetsTheCallThatRuns() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "A interrupt");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.Cancelled.class);
    assertThat(play.met(1)).containsExactly("interrupt");
  }

  @Test
  void anInterruptOfAnIdleLaneMeetsItsNextCallOnly() {
    Play play = Play.of(PATIENT, "A interrupt", "A A1 GET k1", "A A2 GET k2", "A await A2");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.Cancelled.class);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#1");
  }

  @Test
  void anInterruptThatMetNobodyIsForgottenAtHealing() {
    Play play = Play.of(PATIENT, "A interrupt");
    assertThat(play.history().calls())
        .hasSize(Healing.ANSWERS_IN_A_ROW)
        .allSatisfy(
            probe -> assertThat(play.outcome(probe.label())).isInstanceOf(Outcome.Ok.class));
  }

  @Test
  void aCancelledCallEndsAndItsReplyStaysItsOwn() {
    Play play = Play.of(ASYNC, "A A1 GET k1", "A cancel A1", "A A2 GET k2", "A await A2");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.Cancelled.class);
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"timeout", "default"})
  void aCallThatItsCallerCompletesEndsAndItsReplyStaysItsOwn(String word) {
    Play play =
        Play.of(ASYNC, "A A1 GET k1", "A complete A1 with " + word, "A A2 GET k2", "A await A2");
    assertThat(play.outcome("A1")).isEqualTo(CallersWord.outcome());
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(play.history().call("A1").orElseThrow().completions()).hasSize(1);
    assertThat(play.history().calls())
        .filteredOn(CallHistory::completedByCaller)
        .extracting(CallHistory::label)
        .containsExactly("A1");
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
  }

  @Test
  void whatOneCallerCompletesIsGarbledToAnother() {
    Play play =
        Play.of(
            ASYNC,
            () ->
                new ScriptedDriver() {
                  private final List<Completion> calls = new CopyOnWriteArrayList<>();

                  /** What becomes of the second call is told to the first, too. */
                  @Override
                  Completion reportingTo(Completion call) {
                    calls.add(call);
                    return calls.size() != 2
                        ? call
                        : outcome -> calls.forEach(either -> either.complete(outcome));
                  }
                },
            "protocol=2",
            "A A1 GET k1",
            "A A2 GET k2",
            "A complete A2 with default");
    assertThat(play.history().call("A1").orElseThrow().completions().getFirst().outcome())
        .isInstanceOf(Outcome.Garbled.class);
    assertThat(play.outcome("A2")).isEqualTo(CallersWord.outcome());
  }

  @Test
  void whoGivesUpAwaitsNothingAndTheCallRunsOn() {
    Play play =
        Play.of(
            ASYNC,
            "A A1 GET k1",
            "A give up on A1",
            "A await A1",
            "server release the reply to A1");
    assertThat(play.note(2)).isEqualTo("the caller of A1 has given up");
    assertThat(play.endedIn("A1")).isEqualTo(3);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
  }

  @Test
  void expireEndsACallWhoseDriverHasATimeout() {
    Play play = Play.of(PLAIN, "A A1 GET k1", "clock expire");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(play.met(1)).startsWith("timeout");
  }

  @Test
  void expireLetsTimePassForOneThatHasNone() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "clock expire");
    var expire = play.history().steps().get(1);
    assertThat(expire.toNanos() - expire.fromNanos())
        .isGreaterThanOrEqualTo(play.history().terms().timeoutNanos());
    assertThat(play.endedIn("A1")).isEqualTo(2);
  }

  @Test
  void aCallReportsAsOftenAsItsDriverDoes() {
    Play play =
        Play.of(
            PATIENT,
            () ->
                new ScriptedDriver() {
                  @Override
                  Completion reportingTo(Completion call) {
                    return outcome -> {
                      call.complete(outcome);
                      call.complete(outcome);
                    };
                  }
                },
            "protocol=2",
            "A A1 GET k1");
    assertThat(play.history().call("A1").orElseThrow().completions()).hasSize(2);
  }
}
