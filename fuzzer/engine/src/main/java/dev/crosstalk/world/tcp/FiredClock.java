package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.VirtualClock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

  /** Takes out what is due by now, earliest first. */
  synchronized List<Runnable> takeDue() {
    List<Alarm> due =
        alarms.stream()
            .filter(alarm -> alarm.dueNanos <= nanos)
            .sorted(Comparator.comparingLong(Alarm::dueNanos))
            .toList();
    alarms.removeAll(due);
    return due.stream().map(Alarm::task).toList();
  }
}
