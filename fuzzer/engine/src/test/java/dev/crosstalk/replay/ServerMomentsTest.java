package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Variant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stalled handshakes, refused connections, restarts and pushes. */
class ServerMomentsTest {

  @Test
  void aStalledHandshakeIsAnsweredAtHealing() {
    Play play = Play.resp3(PATIENT, "server stall the next handshake", "A A1 GET k1");
    assertThat(play.history().connections().get(0).stalled()).isTrue();
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#2");
  }

  @Test
  void aStalledHandshakeTimesOutWhereTheDriverHasATimeout() {
    Play play = Play.resp3(PLAIN, "server stall the next handshake", "A A1 GET k1", "clock expire");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.met(1)).containsExactly("timeout");
  }

  @Test
  void aStallMeetsOneConnectionOnly() {
    Play play =
        Play.of(
            PATIENT, "server stall the next handshake", "A A1 GET k1", "B B1 GET k2", "B await B1");
    assertThat(play.endedIn("B1")).isEqualTo(3);
    assertThat(play.endedIn("A1")).isEqualTo(4);
    assertThat(play.history().connections()).extracting("stalled").startsWith(true, false);
  }

  @Test
  void nothingLeavesAStalledConnectionWhateverAStepSays() {
    Play play =
        Play.of(
            PATIENT,
            "server stall the next handshake",
            "A A1 GET k1",
            "server deliver 5 bytes of the reply to A1",
            "server release the reply to A1");
    assertThat(play.endedIn("A1")).isEqualTo(4);
    assertThat(play.met(1)).startsWith("read 21");
  }

  @Test
  void aRefusedConnectionIsResetBeforeItIsAnswered() {
    Play play =
        Play.of(
            PLAIN, "server refuse the next connection", "A A1 GET k1", "B B1 GET k2", "B await B1");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.answer("B1")).isEqualTo("k2@0:default#1");
    assertThat(play.history().connections().get(0).events())
        .singleElement()
        .isInstanceOfSatisfying(
            WireEvent.Ended.class,
            end -> assertThat(end.by()).isEqualTo(WireEvent.By.SERVER_RESET));
  }

  @Test
  void aRestartEndsEveryConnection() {
    Play play =
        Play.of(
            PATIENT, "A A1 GET k1", "B B1 GET k2", "server restart with a close", "A A2 GET k3");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.outcome("B1")).isInstanceOf(Outcome.ConnectionLost.class);
    assertThat(play.endedIn("A1")).isEqualTo(2);
    assertThat(play.endedIn("B1")).isEqualTo(2);
  }

  @Test
  void aRestartForgetsTheScriptsThatWereLoadedBeforeTheCase() {
    var scripting =
        Variant.named("patient").commands(Set.of(Script.EVAL, Script.EVALSHA, "GET")).build();
    String bulk = " EVALSHA " + Script.BULK.digest() + " 0 ";
    Play play =
        Play.of(
            scripting,
            "A A1" + bulk + "k1",
            "A await A1",
            "server restart with a close",
            "B B1" + bulk + "k2",
            "B await B1",
            "B B2 EVAL \"" + Script.BULK.text() + "\" 0 k3",
            "B await B2",
            "B B3" + bulk + "k4",
            "B await B3");
    assertThat(play.answer("A1")).isEqualTo("k1");
    assertThat(play.outcome("B1"))
        .isEqualTo(new Outcome.ServerError("NOSCRIPT No matching script. Please use EVAL."));
    assertThat(play.answer("B2")).isEqualTo("k3");
    assertThat(play.answer("B3")).isEqualTo("k4");
  }

  @Test
  void aPushStandsBeforeAReplyThatHasNotBegun() {
    Play play =
        Play.resp3(
            PATIENT,
            "A A1 CLIENT TRACKING ON",
            "A await A1",
            "A A2 GET k2",
            "server push an invalidation to A",
            "server release the reply to A2");
    assertThat(play.met(1)).containsSubsequence("read 5", "read 24", "push", "read 21");
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#3");
  }

  @Test
  void aPushStandsBehindAReplyThatHasBegun() {
    Play play =
        Play.resp3(
            PATIENT,
            "A A1 CLIENT TRACKING ON",
            "A await A1",
            "A A2 GET k2",
            "server deliver 4 bytes of the reply to A2",
            "server push an invalidation to A",
            "server release the reply to A2");
    assertThat(play.met(1)).containsSubsequence("read 5", "read 4", "read 41", "push");
    assertThat(play.endedIn("A2")).isEqualTo(5);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#3");
  }

  @Test
  void nothingIsPushedWithoutACause() {
    Play play =
        Play.resp3(PATIENT, "A A1 GET k1", "server push an invalidation to A", "A await A1");
    assertThat(play.idleSteps()).containsExactly(1);
    assertThat(play.met(1)).doesNotContain("push");
  }

  @Test
  void aVariantThatCannotSpeakResp3IsNotAskedTo() {
    var old = Variant.named("patient").commands(ScriptedDriver.COMMANDS).build();
    Play play = Play.resp3(old, "A A1 GET k1", "A await A1");
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
  }
}
