package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Outcome;
import org.junit.jupiter.api.Test;

class IllegalBytesStepTest {

  @Test
  void whatLeavesIsIllegalAndIsInTheHistory() {
    Play play =
        Play.of(
            PLAIN,
            "A A1 GET k1",
            "server corrupt the reply to A1 with illegal unknown-type",
            "server release the reply to A1");
    assertThat(play.outcome("A1")).isNotInstanceOf(Outcome.Ok.class);
    assertThat(play.history().connections().getFirst().corrupted()).isTrue();
    assertThat(play.history().connections().getFirst().events())
        .filteredOn(WireEvent.Sent.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            WireEvent.Sent.class, sent -> assertThat(sent.bytes()).startsWith("x14"));
  }

  @Test
  void aReplyThatHasBegunToLeaveStaysAsItIs() {
    Play play =
        Play.of(
            PLAIN,
            "A A1 GET k1",
            "server deliver 3 bytes of the reply to A1",
            "server corrupt the reply to A1 with illegal unknown-type",
            "server release the reply to A1");
    assertThat(play.idleSteps()).containsExactly(2);
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#1");
    assertThat(play.history().connections().getFirst().corrupted()).isFalse();
  }

  @Test
  void illegalBytesAreTornWhereTheyHaveNoStructure() {
    Play play =
        Play.of(
            PLAIN,
            "A A1 GET k1",
            "server corrupt the reply to A1 with illegal random-bytes",
            "server tear the reply to A1 after line end 1, then close");
    assertThat(play.idleSteps()).isEmpty();
    assertThat(play.outcome("A1")).isNotInstanceOf(Outcome.Ok.class);
  }
}
