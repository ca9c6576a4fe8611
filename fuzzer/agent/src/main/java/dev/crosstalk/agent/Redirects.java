package dev.crosstalk.agent;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * What rewritten classes call for the time and for chance: inside a world its own, else the real
 * thing; the time of a thread with a clock of its own is that. Methods have the names and types of
 * those they replace.
 */
public final class Redirects {
  private Redirects() {}

  public static long nanoTime() {
    var thread = ClockedThread.current();
    return thread == null ? System.nanoTime() : thread.nanoTime();
  }

  public static long currentTimeMillis() {
    var thread = ClockedThread.current();
    return thread == null ? System.currentTimeMillis() : thread.currentTimeMillis();
  }

  /** For {@link Instant#now()}. */
  public static Instant now() {
    var thread = ClockedThread.current();
    return thread == null ? Instant.now() : Instant.ofEpochMilli(thread.currentTimeMillis());
  }

  /** Only by a virtual clock: for the JDK's own clocks, which {@link Instant#now()} asks too. */
  public static Instant instant() {
    return Instant.ofEpochMilli(ClockedThread.current().currentTimeMillis());
  }

  /** Whether the caller goes by a virtual clock: asked where a method of the JDK begins. */
  public static boolean isClocked() {
    return ClockedThread.current() != null;
  }

  /**
   * For {@link LockSupport#parkNanos(Object, long)}, on a thread that goes by a virtual clock and
   * is no world.
   *
   * @return whether it has parked
   */
  public static boolean parkNanos(Object blocker, long nanos) {
    return Thread.currentThread() instanceof ClockedThread thread
        && thread.isClocked()
        && thread.parkNanos(blocker, nanos);
  }

  /** For {@link LockSupport#parkNanos(long)}. */
  public static boolean parkNanos(long nanos) {
    return parkNanos(null, nanos);
  }

  /** For {@link Math#random}. */
  public static double random() {
    var world = WorldThread.current();
    return world == null ? Math.random() : world.random().nextDouble();
  }

  /** For {@link UUID#randomUUID}; of version 4 as that is. */
  public static UUID randomUUID() {
    var world = WorldThread.current();
    if (world == null) {
      return UUID.randomUUID();
    }
    long high = world.random().nextLong() & ~0xf000L | 0x4000L;
    return new UUID(high, world.random().nextLong() >>> 2 | Long.MIN_VALUE);
  }

  /** A seed for a generator that was made without one. */
  public static long seed() {
    var world = WorldThread.current();
    return world == null ? ThreadLocalRandom.current().nextLong() : world.random().nextLong();
  }

  /** Whether the caller is in a world: asked where a method of the JDK begins. */
  public static boolean isInside() {
    return WorldThread.current() != null;
  }
}
