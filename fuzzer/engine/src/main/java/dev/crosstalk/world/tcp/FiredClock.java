package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.VirtualClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The clock of one case whose timeouts are fired: it stands still while real threads run, and moves
 * when a step says so. Shared by them all.
 */
final class FiredClock implements VirtualClock {

  /** What waits for its time. */
  private record Alarm(long dueNanos, Runnable task) {}

  private final List<Alarm> alarms = new ArrayList<>();
  private volatile long nanos;
  private volatile boolean over;

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public synchronized Due schedule(long delayNanos, Runnable task) {
    var alarm = new Alarm(nanos + Math.max(0, delayNanos), task);
    alarms.add(alarm);
    return () -> cancel(alarm);
  }

  private synchronized boolean cancel(Alarm alarm) {
    return alarms.removeIf(other -> other == alarm);
  }

  /** When the next alarm is due; empty when none is set. */
  synchronized OptionalLong next() {
    return alarms.stream().mapToLong(Alarm::dueNanos).min();
  }

  synchronized void moveTo(long to) {
    nanos = Math.max(nanos, to);
  }

  /** Runs one alarm that is due, of several of a time the one set first; false without one. */
  boolean runOneDue() {
    Optional<Alarm> due = takeOneDue();
    due.ifPresent(alarm -> alarm.task.run());
    return due.isPresent();
  }

  private synchronized Optional<Alarm> takeOneDue() {
    Optional<Alarm> due =
        alarms.stream()
            .filter(alarm -> alarm.dueNanos <= nanos)
            .min(Comparator.comparingLong(Alarm::dueNanos));
    due.ifPresent(alarm -> cancel(alarm));
    return due;
  }

  /** Nobody will move the clock any more. */
  void end() {
    over = true;
  }

  boolean isOver() {
    return over;
  }
}
