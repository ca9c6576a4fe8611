package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.oracle.Violation;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lost, half-closed and unread connections, over TCP and in memory. */
class ConnectionStepsTest {

  private static final String[] LOST = {
    "A A1 GET k1", "A await A1", "A A2 GET k2", "server lose the connection of A", "clock expire"
  };

  private static final String[] UNREAD = {
    "A A1 GET k1",
    "A await A1",
    "server stop reading from A",
    "A A2 GET k2",
    "server release the reply to A2",
    "server read again from A",
    "server release the reply to A2"
  };

  private static final String[] LATE = {
    "server delay the next accept",
    "A A1 GET k1",
    "server release the reply to A1",
    "server accept what waits",
    "server release the reply to A1"
  };

  @Test
  void aLostConnectionLeavesAReadToItsTimeout() {
    Play play = Play.of(PLAIN, LOST);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
    assertThat(play.outcome("A2")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().connections().getFirst().lost()).isTrue();
    assertThat(invariants(play.history())).isEmpty();

    History inMemory = simulated(LOST);
    assertThat(SimulatedPlay.outcome(inMemory, "A2")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(invariants(inMemory)).isEmpty();
  }

  @Test
  void nothingRevivesALostConnection() {
    History history =
        simulated(
            "A A1 GET k1",
            "server lose the connection of A",
            "server release the reply to A1",
            "server close the connection of A",
            "server restart with a close",
            "clock expire");
    assertThat(SimulatedPlay.outcome(history, "A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(history.steps().subList(2, 5))
        .extracting(StepHistory::fate)
        .containsOnly(Fate.NOTHING);
    assertThat(history.connections().getFirst().events())
        .filteredOn(WireEvent.Sent.class::isInstance)
        .isEmpty();
    assertThat(invariants(history)).isEmpty();
  }

  @Test
  void whatIsSentToALostConnectionIsNotExecuted() {
    Play play =
        Play.of(
            PLAIN,
            "A A1 GET k1",
            "A await A1",
            "server lose the connection of A",
            "A A2 GET k2",
            "clock expire");
    assertThat(play.outcome("A2")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().executions()).noneMatch(it -> it.label().equals(label("A2")));
    assertThat(play.history().connections().getFirst().discardedNanos(List.of("GET", "k2")))
        .isPresent();
  }

  @Test
  void theNextConnectionIsLostFromItsHandshakeOn() {
    String[] steps = {"server lose the next connection", "A A1 GET k1", "clock expire"};
    Play play = Play.resp3(PLAIN, steps);
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().connections().getFirst().events().getFirst())
        .isInstanceOf(WireEvent.Lost.class);
    assertThat(play.history().connections().get(1).lost()).isFalse();
    assertThat(invariants(play.history())).isEmpty();
    assertThat(invariants(simulated(steps))).isEmpty();
  }

  @Test
  void aHalfClosedConnectionEndsARead() {
    String[] steps = {"A A1 GET k1", "server half-close the connection of A"};
    Play play = Play.of(PLAIN, steps);
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(play.met(1)).containsExactly("end");

    History inMemory = simulated(steps);
    assertThat(SimulatedPlay.outcome(inMemory, "A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(invariants(inMemory)).isEmpty();
  }

  @Test
  void whatIsNotReadIsExecutedLater() {
    Play play = Play.of(PATIENT, UNREAD);
    assertThat(play.idleSteps()).containsExactly(4);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
    assertThat(play.endedIn("A2")).isEqualTo(6);

    History inMemory = simulated(UNREAD);
    assertThat(inMemory.executions().get(1).step()).isEqualTo(5);
    assertThat(invariants(inMemory)).isEmpty();
  }

  @Test
  void healingReadsAgain() {
    Play play =
        Play.of(PATIENT, "A A1 GET k1", "A await A1", "server stop reading from A", "A A2 GET k2");
    assertThat(play.endedIn("A2")).isEqualTo(4);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
  }

  @Test
  void aConnectionIsAcceptedLate() {
    Play play = Play.resp3(PATIENT, LATE);
    assertThat(play.idleSteps()).containsExactly(2);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#2");
    assertThat(play.endedIn("A1")).isEqualTo(4);
    assertThat(play.history().executions().getFirst().step()).isEqualTo(3);

    History inMemory = simulated(LATE);
    assertThat(inMemory.executions().getFirst().step()).isEqualTo(3);
    assertThat(invariants(inMemory)).isEmpty();
  }

  @Test
  void theEndOfAnUnreadDriverIsHeardLater() {
    Play play =
        Play.of(
            PLAIN,
            "A A1 GET k1",
            "A await A1",
            "server stop reading from A",
            "A A2 GET k2",
            "clock expire",
            "A close the client",
            "server read again from A");
    assertThat(play.outcome("A2")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().executions())
        .filteredOn(it -> it.label().equals(label("A2")))
        .singleElement()
        .satisfies(it -> assertThat(it.step()).isGreaterThanOrEqualTo(6));
    assertThat(invariants(play.history())).isEmpty();
  }

  private static Optional<String> label(String name) {
    return Optional.of(name);
  }

  private static History simulated(String... steps) {
    try (var plays = new SimulatedPlay()) {
      return plays.play(SampleDriver.PLAIN, Play.scenario("protocol=2 lanes=1", steps));
    }
  }

  private static List<String> invariants(History history) {
    return Oracles.judge(history).stream().map(Violation::invariant).distinct().toList();
  }
}
