package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.ASYNC;
import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Outcome;
import org.junit.jupiter.api.Test;

/** Deliver, tear, hold, release, await; the reply to the first GET is of 21 bytes. */
class LettingOutStepsTest {

  @Test
  void aReplyThatNobodyLetsOutLeavesAtHealing() {
    Play play = Play.of(PATIENT, "A A1 GET k1");
    assertThat(play.endedIn("A1")).isEqualTo(1);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
    assertThat(play.met(1)).startsWith("read 21");
  }

  @Test
  void sevenBytesDeliveredAreOneReadOfSeven() {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "server deliver 7 bytes of the reply to A1",
            "server deliver 1 byte of the reply to A1",
            "server release the reply to A1");
    assertThat(play.met(1)).startsWith("read 7", "read 1", "read 13");
    assertThat(play.endedIn("A1")).isEqualTo(3);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
  }

  @Test
  void bytesOfSeveralRepliesDeliveredInOneStepAreOneRead() {
    Play play =
        Play.of(
            ASYNC,
            "A A1 GET k1",
            "A A2 GET k2",
            "server deliver 3 bytes of the reply to A2",
            "server release the reply to A2");
    assertThat(play.met(1)).startsWith("read 24", "read 18");
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.endedIn("A2")).isEqualTo(3);
  }

  @Test
  void moreBytesThanThereAreAreTheWholeReply() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "server deliver 1000 bytes of the reply to A1");
    assertThat(play.met(1)).startsWith("read 21");
    assertThat(play.endedIn("A1")).isEqualTo(1);
  }

  @Test
  void aTornReplyStopsAtItsCut() {
    assertThat(tornAt("after 5 bytes")).startsWith("read 5", "read 16");
    assertThat(tornAt("1 byte before its end")).startsWith("read 20", "read 1");
    assertThat(tornAt("after type byte 1")).startsWith("read 1", "read 20");
    assertThat(tornAt("inside line end 2")).startsWith("read 20", "read 1");
    assertThat(tornAt("after 0 bytes")).startsWith("read 21");
  }

  private static Iterable<String> tornAt(String cut) {
    Play play =
        Play.of(
            PATIENT,
            "A A1 GET k1",
            "server tear the reply to A1 " + cut,
            "server release the reply to A1");
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
    return play.met(1);
  }

  @Test
  void aHeldReplyWaitsForItsRelease() {
    Play play =
        Play.of(
            ASYNC,
            "server hold the reply to A1",
            "A A1 GET k1",
            "A A2 GET k2",
            "server release the reply to A2",
            "server release the reply to A1");
    assertThat(play.endedIn("A1")).isEqualTo(4);
    assertThat(play.endedIn("A2")).as("let out before, stood behind A1").isEqualTo(5);
  }

  @Test
  void deliverTakesNoNoticeOfAHold() {
    Play play =
        Play.of(
            PATIENT,
            "server hold the reply to A1",
            "A A1 GET k1",
            "server deliver 21 bytes of the reply to A1");
    assertThat(play.endedIn("A1")).isEqualTo(2);
  }

  @Test
  void awaitLetsOutAllUpToTheReply() {
    Play play = Play.of(ASYNC, "A A1 GET k1", "A A2 GET k2", "A A3 GET k3", "A await A2");
    assertThat(play.endedIn("A1")).isEqualTo(3);
    assertThat(play.endedIn("A2")).isEqualTo(3);
    assertThat(play.endedIn("A3")).isEqualTo(4);
    assertThat(play.met(1)).startsWith("read 42");
  }

  @Test
  void awaitLetsOutAReplyThatIsNotOwedYet() {
    Play play = Play.of(PATIENT, "A A1 GET k1, at once", "A await A1");
    assertThat(play.endedIn("A1")).isEqualTo(1);
  }

  @Test
  void awaitOfAHeldReplyLetsTimePass() {
    Play play =
        Play.of(PLAIN, "server hold the reply to A1", "A A1 GET k1", "A await A1", "A A2 GET k2");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#2");
  }

  @Test
  void awaitOfACallThatHasEndedIsDoneAtOnce() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "A await A1", "A await A1");
    assertThat(play.idleSteps()).isEmpty();
    assertThat(play.endedIn("A1")).isEqualTo(1);
  }
}
