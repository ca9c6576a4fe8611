package dev.crosstalk.agent;

import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What rewritten classes call for the time and for chance: inside a world its own, else the real
 * thing. Methods have the names and types of those they replace.
 */
public final class Redirects {
  private Redirects() {}

  public static long nanoTime() {
    var world = WorldThread.current();
    return world == null ? System.nanoTime() : world.nanoTime();
  }

  public static long currentTimeMillis() {
    var world = WorldThread.current();
    return world == null ? System.currentTimeMillis() : world.currentTimeMillis();
  }

  /** For {@link Instant#now()}. */
  public static Instant now() {
    var world = WorldThread.current();
    return world == null ? Instant.now() : Instant.ofEpochMilli(world.currentTimeMillis());
  }

  /** Only inside a world: for the JDK's own clocks, which {@link Instant#now()} asks too. */
  public static Instant instant() {
    return Instant.ofEpochMilli(WorldThread.current().currentTimeMillis());
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
