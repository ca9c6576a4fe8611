package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static dev.crosstalk.replay.ScriptedDriver.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whose fault is whose, and that a replay leaves nothing open. */
class ReplayTest {
  private static final Scenario ONE_GET = Play.scenario("protocol=2", "A A1 GET k1", "A await A1");

  /** Does something of its own before it asks for k1. */
  private abstract static class Odd extends ScriptedDriver {
    abstract void before(Link link) throws Exception;

    @Override
    void beforeAsking(Command command, Link link) throws Exception {
      if (command.arguments().contains("k1")) {
        before(link);
      }
    }
  }

  private static final class Hasty extends Odd {
    @Override
    void before(Link link) throws SocketTimeoutException {
      throw new SocketTimeoutException("too soon");
    }
  }

  private static final class Garbling extends Odd {
    @Override
    void before(Link link) throws Exception {
      link.write("*1\r\n:1\r\n".getBytes(StandardCharsets.ISO_8859_1));
    }
  }

  private static final class Inventive extends Odd {
    @Override
    void before(Link link) throws Exception {
      link.write("FLUSH\r\n".getBytes(StandardCharsets.ISO_8859_1));
      link.read();
    }
  }

  private static final class Unmapped extends Odd {
    @Override
    void before(Link link) throws IOException {
      throw new IOException("something broke");
    }

    @Override
    public Outcome outcomeOf(Throwable failure) {
      throw new IllegalStateException("no row for " + failure.getMessage());
    }
  }

  private static final class Leaking extends ScriptedDriver {
    @Override
    void closeLink(Link link) {}
  }

  /** Several, since what is opened too late shows only some time after its case is over. */
  @Test
  void whatWaitsBehindACallThatOnlyClosingEndsOpensNothing() {
    Scenario waiting =
        Play.scenario(
            "protocol=2", "A A1 GET k1", "server lose the connection of A", "A A2 GET k2");
    List<Play> plays =
        Stream.generate(() -> Play.once(ScriptedDriver.PATIENT, new ScriptedDriver(), waiting))
            .limit(10)
            .toList();
    assertThat(plays)
        .allSatisfy(
            play -> assertThat(play.driver().links).hasSameSizeAs(play.history().connections()));
  }

  @Test
  void aTimeoutThatNoStepAskedForIsADisturbance() {
    Play play = Play.once(PATIENT, new Hasty(), ONE_GET);
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().disturbances())
        .containsExactly("A1 timed out, and no step asked for it");
  }

  @Test
  void aTimeoutThatAStepAskedForIsNone() {
    Play play = Play.of(PLAIN, "A A1 GET k1", "clock expire", "A A2 GET k2", "A await A2");
    assertThat(play.outcome("A1")).isInstanceOf(Outcome.TimedOut.class);
    assertThat(play.history().disturbances()).isEmpty();
  }

  @Test
  void aDriverThatCannotMapItsFailureIsADefectOfOurs() {
    assertThatThrownBy(() -> Play.once(PATIENT, new Unmapped(), ONE_GET))
        .isInstanceOf(FuzzerDefect.class)
        .hasRootCauseMessage("no row for something broke");
  }

  @Test
  void bytesThatAreNoRequestAreTheDriversFault() {
    Play play = Play.once(PATIENT, new Garbling(), ONE_GET);
    assertThat(play.history().strays())
        .containsExactly("connection 1: Protocol error: expected '$', got ':'");
    assertThat(play.outcome("A1"))
        .isEqualTo(new Outcome.ServerError("ERR Protocol error: expected '$', got ':'"));
  }

  @Test
  void aRequestThatNobodyAskedForIsTheDriversFault() {
    Play play = Play.once(PATIENT, new Inventive(), ONE_GET);
    assertThat(play.history().strays()).containsExactly("connection 1: FLUSH");
    assertThat(play.answer("A1")).isEqualTo("k1@0:default#2");
  }

  @Test
  @Timeout(60)
  void noConnectionOutlivesItsReplay() {
    var driver = new Leaking();
    Play.once(PATIENT, driver, Play.scenario("protocol=2 lanes=2", "A A1 GET k1", "B B1 GET k2"));
    assertThat(driver.links)
        .hasSize(2)
        .allSatisfy(link -> assertThatThrownBy(link::read).isInstanceOf(IOException.class));
  }

  @Test
  void everyLaneProbesUntilItHasSeenEnough() {
    Variant variant = PATIENT;
    Play play = Play.of(variant, ScriptedDriver::new, "protocol=2 lanes=2", "A A1 GET k1");
    assertThat(play.history().calls())
        .extracting(call -> call.label())
        .containsExactly(
            "A1", "A:probe-1", "B:probe-1", "A:probe-2", "B:probe-2", "A:probe-3", "B:probe-3");
    assertThat(play.answer("A:probe-1")).startsWith("probe-A1@");
  }
}
