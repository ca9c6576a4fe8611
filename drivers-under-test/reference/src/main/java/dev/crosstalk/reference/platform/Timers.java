package dev.crosstalk.reference.platform;

import java.time.Duration;

/** Runs something later. */
@FunctionalInterface
public interface Timers {

  /** Runs {@code action} once, not before {@code delay} has passed, unless called off. */
  Alarm after(Duration delay, Runnable action);

  /** What will run. */
  @FunctionalInterface
  interface Alarm {
    /** Calls it off, if it has not begun. */
    void callOff();
  }
}
