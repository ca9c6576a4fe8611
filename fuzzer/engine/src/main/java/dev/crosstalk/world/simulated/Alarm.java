package dev.crosstalk.world.simulated;

/** Something that is due at a time. May be set again and again, at one time at once. */
final class Alarm {
  private static final int UNSET = -1;

  final Runnable task;
  long dueNanos;

  /** Counts settings, so that alarms of the same time have an order. */
  long serial;

  /** Where the clock keeps it. */
  int index = UNSET;

  Alarm(Runnable task) {
    this.task = task;
  }

  boolean isSet() {
    return index != UNSET;
  }

  void unset() {
    index = UNSET;
  }
}
