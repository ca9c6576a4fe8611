package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.ASYNC;
import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A step whose call, lane or connection is not there does nothing, says so, and harms nobody. */
class StepsThatDoNothingTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "A await A1 => A1 was not started",
        "A cancel A1 => A1 is not open",
        "A give up on A1 => A1 is not open",
        "A complete A1 with timeout => A1 is not open",
        "A walk away => callers of scripted/async do not wait anyway",
        "A interrupt => lanes of scripted/async do not block on their own",
        "A A1 HGETALL k1 => scripted/async has no HGETALL",
        "server deliver 1 byte of the reply to A1 => no reply to A1 is owed",
        "server tear the reply to A1 after 1 byte => no reply to A1 is owed",
        "server tear the reply to A1 after 1 byte, then close => no reply to A1 is owed",
        "server release the reply to A1 => no reply to A1 is owed",
        "server close the connection of A => lane A has no connection",
        "server reset the connection of A => lane A has no connection",
        "server restart with a close => nobody is connected",
        "A close the client => no client is open",
        "clock tick => no timer is set that a step could fire",
        "server push an invalidation to A => nothing on lane A's connection causes a push"
      })
  void saysWhatIsMissing(String step, String note) {
    assertIdle(ASYNC, note, step);
  }

  @Test
  void saysWhatABlockingCallerCannotDo() {
    assertIdle(PATIENT, "scripted/patient cannot cancel", "A cancel A1");
    assertIdle(PATIENT, "scripted/patient hands out no futures", "A give up on A1");
    assertIdle(PATIENT, "scripted/patient hands out no futures", "A complete A1 with default");
    assertIdle(PATIENT, "lane A waits for nothing", "A walk away");
  }

  private static void assertIdle(Variant variant, String note, String step) {
    Play play = Play.of(variant, step, "A A2 GET k2", "A await A2");
    assertThat(play.fate(0)).isEqualTo(Fate.NOTHING);
    assertThat(play.note(0)).isEqualTo(note);
    assertThat(play.idleSteps()).containsExactly(0);
    assertThat(play.answer("A2")).isEqualTo("k2@0:default#1");
  }

  @Test
  void onlyTheFirstStartOfALabelCounts() {
    Play play = Play.of(PATIENT, "A A1 GET k1", "A A1 GET k2", "A await A1");
    assertThat(play.note(1)).isEqualTo("A1 was started before");
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A cancel A1",
        "A give up on A1",
        "A complete A1 with timeout",
        "server deliver 1 byte of the reply to A1",
        "server tear the reply to A1 after 1 byte, then reset",
        "server release the reply to A1"
      })
  void aCallThatHasEndedIsLeftAlone(String step) {
    Play play = Play.of(ASYNC, "A A1 GET k1", "A await A1", step);
    assertThat(play.idleSteps()).containsExactly(2);
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.Ok.class);
    assertThat(play.endedIn("A1")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "server deliver 1 byte of the reply to A1",
        "server tear the reply to A1 after 1 byte, then reset",
        "server release the reply to A1",
        "server close the connection of A"
      })
  void whatAnEndedConnectionOwedIsGone(String step) {
    Play play = Play.of(PATIENT, "A A1 GET k1", "server close the connection of A", step);
    assertThat(play.idleSteps()).containsExactly(2);
    assertThat(play.met(1)).containsExactly("end");
  }

  @Test
  void aHoldOfNothingWaitsForItsCall() {
    Play play = Play.of(PATIENT, "server hold the reply to A7", "A A1 GET k1", "A await A1");
    assertThat(play.idleSteps()).isEmpty();
  }

  @Test
  void noStepsAtAllAreProbesOnly() {
    Play play = Play.of(PATIENT);
    assertThat(play.history().steps()).hasSize(1);
    assertThat(play.history().calls()).hasSize(3).allMatch(call -> call.probe());
  }
}
