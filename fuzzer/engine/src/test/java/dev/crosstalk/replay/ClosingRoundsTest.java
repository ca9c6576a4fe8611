package dev.crosstalk.replay;

import static dev.crosstalk.replay.Play.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.History;
import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.sample.SampleDriver;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClosingRoundsTest {
  private static final Scenario CLOSING =
      scenario("protocol=2", "A A1 GET kA1", "A close the client");

  private static final Consumer<Surroundings> FOR_EVER = surroundings -> LockSupport.park();

  private final SimulatedPlay plays = new SimulatedPlay();

  @AfterEach
  void closeWorld() {
    plays.close();
  }

  @Test
  void eachClientLeavesAThread() {
    History history = play(CLOSING, n -> true, FOR_EVER);

    ThreadsLeft left = history.threadsLeft();
    assertThat(left.clients()).isGreaterThanOrEqualTo(ThreadsLeft.CLIENTS_MIN);
    assertThat(left.threads()).isEqualTo(left.clients());
    assertThat(left.stack()).anyMatch(frame -> frame.contains("ClosingRoundsTest"));
    assertThat(Oracles.judge(history))
        .anyMatch(violation -> violation.observed().startsWith("threads are left"));
  }

  @Test
  void aReplayTellsTheSame() {
    History first = play(CLOSING, n -> true, FOR_EVER);
    try (var other = new SimulatedPlay()) {
      var driver = new Leaving(n -> true, FOR_EVER);
      assertThat(other.play(SampleDriver.PLAIN, driver, CLOSING)).isEqualTo(first);
    }
  }

  @Test
  void nothingIsSaidOfAThreadThatTheFirstClientBeganForAll() {
    assertUnknown(play(CLOSING, n -> n == 1, FOR_EVER));
  }

  @Test
  void nothingIsSaidOfAPoolThatIsNotFullYet() {
    assertUnknown(play(CLOSING, n -> n <= 40, FOR_EVER));
  }

  @Test
  void threadsThatEndWhenIdleAreGivenTheirTime() {
    long minute = TimeUnit.SECONDS.toNanos(60);
    assertUnknown(play(CLOSING, n -> true, surroundings -> sleep(surroundings, minute)));
  }

  @Test
  void nobodyLooksWhereNoStepClosesAClient() {
    assertUnknown(play(scenario("protocol=2", "A A1 GET kA1"), n -> true, FOR_EVER));
  }

  @Test
  void nothingIsLeftOfADriverWithoutThreads() {
    assertUnknown(plays.play(SampleDriver.PLAIN, CLOSING));
    assertThat(plays.world.isSoiled()).isFalse();
  }

  private static void assertUnknown(History history) {
    assertThat(history.threadsLeft()).isEqualTo(ThreadsLeft.UNKNOWN);
    assertThat(Oracles.judge(history))
        .noneMatch(violation -> violation.observed().startsWith("threads"));
  }

  private History play(Scenario scenario, IntPredicate begins, Consumer<Surroundings> task) {
    return plays.play(SampleDriver.PLAIN, new Leaving(begins, task), scenario);
  }

  private static void sleep(Surroundings surroundings, long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos));
    } catch (InterruptedException nobodyDoes) {
      throw new IllegalStateException(surroundings.variant(), nobodyDoes);
    }
  }

  /** Some of its clients begin a thread that they do not end, counted from 1. */
  private static final class Leaving implements Driver {
    private final Driver sample = new SampleDriver();
    private final IntPredicate begins;
    private final Consumer<Surroundings> task;
    private int clients;

    Leaving(IntPredicate begins, Consumer<Surroundings> task) {
      this.begins = begins;
      this.task = task;
    }

    @Override
    public Declaration declaration() {
      return sample.declaration();
    }

    @Override
    public Client open(Surroundings surroundings) throws Exception {
      if (begins.test(++clients)) {
        surroundings
            .simulation()
            .orElseThrow()
            .thread("left", () -> task.accept(surroundings))
            .start();
      }
      return sample.open(surroundings);
    }

    @Override
    public Outcome outcomeOf(Throwable failure) {
      return sample.outcomeOf(failure);
    }
  }
}
