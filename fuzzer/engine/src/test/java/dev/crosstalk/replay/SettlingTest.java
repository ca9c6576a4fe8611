package dev.crosstalk.replay;

import static dev.crosstalk.replay.ScriptedDriver.PATIENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.spi.Command;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** A driver that writes no request before both lanes have one: only at once lets both start. */
class SettlingTest {

  private static final class TwoAtATime extends ScriptedDriver {
    private final CountDownLatch both = new CountDownLatch(2);

    @Override
    void beforeAsking(Command command, Link link) throws InterruptedException {
      both.countDown();
      both.await();
    }
  }

  @Test
  void aStepAtOnceDoesNotWait() {
    Play play =
        Play.of(PATIENT, TwoAtATime::new, "protocol=2", "A A1 GET k1, at once", "B B1 GET k2");
    assertThat(play.fate(0)).isEqualTo(Fate.DONE);
  }

  @Test
  void anyOtherWaitsUntilItsBoundAndSaysSo() {
    Play play =
        Play.once(
            PATIENT, new TwoAtATime(), Play.scenario("protocol=2", "A A1 GET k1", "B B1 GET k2"));
    assertThat(play.fate(0)).isEqualTo(Fate.UNSETTLED);
    assertThat(play.answer("A1")).startsWith("k1@");
  }

  @Test
  void aServerStepWaitsForTheRequestItAimsAt() {
    Play play = Play.of(PATIENT, "A A1 GET k1, at once", "server release the reply to A1");
    assertThat(play.idleSteps()).isEmpty();
    assertThat(play.endedIn("A1")).isEqualTo(1);
  }
}
