package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.QUEUEING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Variant;
import org.junit.jupiter.api.Test;

/** A call whose caller gives null for an argument. */
class NullArgumentTest {

  @Test
  void whatTheDriverThrowsAtItIsTheUsers() {
    Play play = refusing(PATIENT, "GET", "A A1 GET kA1!null!", "A A2 SET kA2 v");
    assertThat(play.outcome("A1"))
        .isEqualTo(
            new Outcome.UserCodeFailed(
                "null for an argument: IllegalArgumentException: not with me"));
    assertThat(play.outcome("A2")).isInstanceOf(Outcome.Ok.class);
    assertThat(Oracles.judge(play.history())).isEmpty();
  }

  @Test
  void whatItThrowsAtAnotherCallIsItsOwn() {
    Play play = refusing(PATIENT, "SET", "A A1 GET kA1!null!", "A A2 SET kA2 v");
    assertThat(play.outcome("A2")).isInstanceOf(Outcome.Garbled.class);
  }

  @Test
  void whatItThrowsAtTheEndOfItsBlockIsTheUsersToo() {
    Play play =
        refusing(QUEUEING, "EXEC", "A A1 MULTI", "A A2 GET kA2!null!", "A A3 EXEC", "A await A3");
    assertThat(play.outcome("A3")).isInstanceOf(Outcome.UserCodeFailed.class);
  }

  @Test
  void whatItThrowsAtTheEndOfAnotherBlockIsItsOwn() {
    Play play =
        refusing(QUEUEING, "EXEC", "A A1 GET kA1!null!", "A A2 MULTI", "A A3 EXEC", "A await A3");
    assertThat(play.outcome("A3")).isInstanceOf(Outcome.Garbled.class);
  }

  /** By a driver that takes null for a text like any other, but refuses one command. */
  private static Play refusing(Variant variant, String name, String... steps) {
    return Play.of(
        variant,
        () ->
            new ScriptedDriver() {
              @Override
              void beforeAsking(Command command, Link link) {
                boolean given = name.equals("GET") == UserCode.givesNull(command);
                if (command.name().equals(name) && given) {
                  throw new IllegalArgumentException("not with me");
                }
              }
            },
        "protocol=2",
        steps);
  }
}
