package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.ASYNC;
import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Outcome;
import org.junit.jupiter.api.Test;

/** Close and reset, alone and after a tear: what the driver's socket sees of them. */
class EndingStepsTest {

  @Test
  void aClosedConnectionIsReadToItsEnd() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "server close the connection of A");
    assertThat(play.met(1)).containsExactly("end");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(ended(play, 1).by()).isEqualTo(WireEvent.By.SERVER_CLOSE);
    assertThat(ended(play, 1).unsent()).isEqualTo(21);
  }

  @Test
  void aResetConnectionFailsTheRead() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "server reset the connection of A");
    assertThat(play.met(1)).containsExactly("reset");
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(ended(play, 1).by()).isEqualTo(WireEvent.By.SERVER_RESET);
  }

  @Test
  void whatWasTornIsReadBeforeTheEnd() {
    Play play =
        Play.of(PATIENT, "A A1 GET k1", "server tear the reply to A1 after 9 bytes, then close");
    assertThat(play.met(1)).containsExactly("read 9", "end");
    assertThat(ended(play, 1).unsent()).isEqualTo(12);
  }

  @Test
  void whatWasTornIsReadBeforeTheReset() {
    Play play =
        Play.of(PATIENT, "A A1 GET k1", "server tear the reply to A1 after 9 bytes, then reset");
    assertThat(play.met(1)).containsExactly("read 9", "reset");
  }

  @Test
  void theNextCallGoesOverANewConnection() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "server close the connection of A",
            "A A2 GET k2",
            "A await A2");
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
    assertThat(play.met(2)).startsWith("read 21");
    assertThat(play.history().executions().get(1).connection()).isEqualTo(2);
  }

  @Test
  void theConnectionOfALaneIsTheOneItsCallsWentOver() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "B B1 GET k2",
            "server close the connection of A",
            "server release the reply to B1");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.answer("B1")).isEqualTo("k2@0:default#2");
  }

  @Test
  void allCallsOfASharedConnectionEndWithIt() {
    Play play = Play.of(ASYNC, "A A1 GET k1", "B B1 GET k2", "server close the connection of A");
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.endedIn("B1")).isEqualTo(2);
  }

  private static WireEvent.Ended ended(Play play, int connection) {
    return play.history().connections().get(connection - 1).events().stream()
        .filter(WireEvent.Ended.class::isInstance)
        .map(WireEvent.Ended.class::cast)
        .reduce(
            (one, other) -> {
              throw new AssertionError("ended twice");
            })
        .orElseThrow();
  }
}
