package dev.crosstalk.world.tcp;

import java.time.Duration;

/** Measures the lateness of a timer of ours. */
final class Heartbeats implements AutoCloseable {
  private final Lateness measured = new Lateness();
  private final Thread timer;

  Heartbeats() {
    timer = Thread.ofPlatform().daemon().name("crosstalk-heartbeat").start(this::beatForEver);
  }

  private void beatForEver() {
    try {
      while (true) {
        Thread.sleep(Duration.ofNanos(Lateness.PERIOD_NANOS));
        measured.beat();
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Its worst lateness since a moment of {@link System#nanoTime}. */
  long worstSince(long nanoTime) {
    return measured.worstSince(nanoTime);
  }

  @Override
  public void close() {
    timer.interrupt();
  }
}
