package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.Wire;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A driver's timers run on threads of their own, whose time is the true one. */
class FiredSchedulesTest {

  private static final class Nobody implements Peer {
    @Override
    public void received(byte[] bytes) {}

    @Override
    public Optional<byte[]> next() {
      return Optional.empty();
    }

    @Override
    public boolean hasNext() {
      return false;
    }

    @Override
    public void ended() {}
  }

  private static Peer accept(Wire wire) {
    return new Nobody();
  }

  @Test
  void whatALaneHandsToATimerIsNotDueAtOnce() throws Exception {
    try (var timer = Executors.newSingleThreadScheduledExecutor()) {
      assertThat(minutesLeft(timer)).isBetween(30L, 60L);
      timer.shutdownNow();
    }
    assertThat(minutesLeft(ForkJoinPool.commonPool())).isBetween(30L, 60L);
  }

  /** Of a task that a lane schedules for an hour later, asked from outside. */
  private static long minutesLeft(ScheduledExecutorService timer) throws Exception {
    var handed = new CompletableFuture<ScheduledFuture<?>>();
    try (var world = new FiredWorld();
        Stage stage = world.open(FiredSchedulesTest::accept, options -> 0)) {
      stage.lane("A").run(() -> handed.complete(timer.schedule(() -> {}, 1, TimeUnit.HOURS)));
      ScheduledFuture<?> task = handed.get(1, TimeUnit.MINUTES);
      long left = task.getDelay(TimeUnit.MINUTES);
      task.cancel(false);
      return left;
    }
  }
}
