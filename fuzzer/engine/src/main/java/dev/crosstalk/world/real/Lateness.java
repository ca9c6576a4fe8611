package dev.crosstalk.world.real;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How late our own timers are: a thread that sleeps for {@link #PERIOD_NANOS} over and over and
 * notes by how much it overslept. What it sees, a driver's timers suffer too.
 */
final class Lateness implements AutoCloseable {
  private static final long PERIOD_NANOS = 5_000_000;
  private static final int SLOTS = 16_384;

  /** Ring of the latest periods; slot {@code n % SLOTS} holds the n-th one's lateness. */
  private final AtomicLongArray lateNanos = new AtomicLongArray(SLOTS);

  private final AtomicLongArray endedNanos = new AtomicLongArray(SLOTS);
  private volatile long periods;
  private final Thread thread;

  Lateness() {
    thread = Thread.ofPlatform().daemon().name("crosstalk-lateness").start(this::measure);
  }

  private void measure() {
    while (!Thread.currentThread().isInterrupted()) {
      long before = System.nanoTime();
      try {
        Thread.sleep(Duration.ofNanos(PERIOD_NANOS));
      } catch (InterruptedException closed) {
        return;
      }
      long after = System.nanoTime();
      int slot = (int) (periods % SLOTS);
      lateNanos.set(slot, Math.max(0, after - before - PERIOD_NANOS));
      endedNanos.set(slot, after);
      periods++;
    }
  }

  /**
   * The worst lateness since a moment of {@link System#nanoTime}, the period that is not over yet
   * included. Reaches back some 80 seconds.
   */
  long worstSince(long nanoTime) {
    long count = periods;
    long newest = count == 0 ? nanoTime : endedNanos.get((int) ((count - 1) % SLOTS));
    long worst = Math.max(0, System.nanoTime() - newest - 2 * PERIOD_NANOS);
    for (long i = count - 1; i >= 0 && i > count - SLOTS; i--) {
      int slot = (int) (i % SLOTS);
      if (endedNanos.get(slot) - nanoTime < 0) {
        break;
      }
      worst = Math.max(worst, lateNanos.get(slot));
    }
    return worst;
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
