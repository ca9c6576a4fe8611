package dev.crosstalk.agent;

/**
 * What the JDK's schedulers call for the time by which they hold tasks: inside a world its own,
 * else the true one, also on a thread with another clock. Such a thread hands its tasks to threads
 * that go by the true time, and would have each of them due at once.
 */
public final class WorldClock {
  private WorldClock() {}

  public static long nanoTime() {
    var world = WorldThread.current();
    return world == null ? System.nanoTime() : world.nanoTime();
  }
}
