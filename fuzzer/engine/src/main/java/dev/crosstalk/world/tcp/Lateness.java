package dev.crosstalk.world.tcp;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * How late something of ours is that ought to run every {@link #PERIOD_NANOS}: it beats, and what
 * the pauses between beats had too much is noted. What our own threads suffer, a driver's suffer,
 * too, and what our server's thread suffers, every driver waits for.
 */
final class Lateness {
  static final long PERIOD_NANOS = 5_000_000;
  private static final int SLOTS = 16_384;

  /** Ring of the latest beats; slot {@code n % SLOTS} holds by how much the n-th one was late. */
  private final AtomicLongArray lateNanos = new AtomicLongArray(SLOTS);

  private final AtomicLongArray beatNanos = new AtomicLongArray(SLOTS);
  private volatile long beats;
  private long lastNanos = System.nanoTime();

  /** Called every period, by one thread. */
  void beat() {
    long now = System.nanoTime();
    int slot = (int) (beats % SLOTS);
    lateNanos.set(slot, Math.max(0, now - lastNanos - PERIOD_NANOS));
    beatNanos.set(slot, now);
    lastNanos = now;
    beats++;
  }

  /**
   * The worst lateness since a moment of {@link System#nanoTime}, the pause that is not over yet
   * included. Reaches back some 80 seconds.
   */
  long worstSince(long nanoTime) {
    long count = beats;
    long newest = count == 0 ? nanoTime : beatNanos.get((int) ((count - 1) % SLOTS));
    long worst = Math.max(0, System.nanoTime() - newest - 2 * PERIOD_NANOS);
    for (long i = count - 1; i >= 0 && i > count - SLOTS; i--) {
      int slot = (int) (i % SLOTS);
      if (beatNanos.get(slot) - nanoTime < 0) {
        break;
      }
      worst = Math.max(worst, lateNanos.get(slot));
    }
    return worst;
  }
}
