package dev.crosstalk.spi;

/**
 * A clock that stands still until the fuzzer moves it. A driver that can be given a timer is given
 * one that schedules here: then its timeouts are fired by the step of a scenario that says so.
 */
public interface VirtualClock {

  /** The time, from an origin of its own, as {@link System#nanoTime} has one. */
  long nanos();

  /**
   * Runs a task once when the clock has moved so far; one that is due already at the next chance.
   * What has not run when a case ends never does. Tasks of the same time run in an order that the
   * scenario's schedule chooses.
   *
   * @param task short; in the simulated world it runs on the world's thread, in the fired one on a
   *     thread of the clock's
   */
  Due schedule(long delayNanos, Runnable task);

  /** A task that waits for its time. */
  @FunctionalInterface
  interface Due {

    /** Takes the task back; false when it has begun or was taken back before. */
    boolean cancel();
  }
}
