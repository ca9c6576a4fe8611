package dev.crosstalk.world.tcp;

import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Measures the lateness of a timer of ours and of every thread of our server. */
final class Heartbeats implements AutoCloseable {
  private final List<Lateness> measured = new ArrayList<>();
  private final Thread timer;

  Heartbeats(Iterable<EventExecutor> servers) {
    var own = new Lateness();
    measured.add(own);
    for (EventExecutor server : servers) {
      var lateness = new Lateness();
      measured.add(lateness);
      // Ends with the executor.
      server.scheduleWithFixedDelay(lateness::beat, 0, Lateness.PERIOD_NANOS, TimeUnit.NANOSECONDS);
    }
    timer = Thread.ofPlatform().daemon().name("crosstalk-heartbeat").start(() -> beatForEver(own));
  }

  private static void beatForEver(Lateness lateness) {
    try {
      while (true) {
        Thread.sleep(Duration.ofNanos(Lateness.PERIOD_NANOS));
        lateness.beat();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** The worst lateness of any of them since a moment of {@link System#nanoTime}. */
  long worstSince(long nanoTime) {
    return measured.stream().mapToLong(each -> each.worstSince(nanoTime)).max().orElse(0);
  }

  @Override
  public void close() {
    timer.interrupt();
  }
}
