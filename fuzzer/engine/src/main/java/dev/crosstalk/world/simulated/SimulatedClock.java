package dev.crosstalk.world.simulated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/** The time of one world. Stands still until it is moved. */
final class SimulatedClock {
  private final List<Alarm> alarms = new ArrayList<>();
  private final Turns turns;
  private long nanos;
  private long serials;

  SimulatedClock(Turns turns) {
    this.turns = turns;
  }

  long nanos() {
    return nanos;
  }

  void set(Alarm alarm, long dueNanos) {
    unset(alarm);
    alarm.dueNanos = Math.max(nanos, dueNanos);
    alarm.serial = serials++;
    alarm.index = alarms.size();
    alarms.add(alarm);
  }

  /** Takes an alarm back; false when it is not set. */
  boolean unset(Alarm alarm) {
    if (!alarm.isSet()) {
      return false;
    }
    Alarm last = alarms.removeLast();
    if (last != alarm) {
      alarms.set(alarm.index, last);
      last.index = alarm.index;
    }
    alarm.unset();
    return true;
  }

  /** When the next alarm is due; empty when none is set. */
  OptionalLong next() {
    long first = Long.MAX_VALUE;
    for (Alarm alarm : alarms) {
      first = Math.min(first, alarm.dueNanos);
    }
    return alarms.isEmpty() ? OptionalLong.empty() : OptionalLong.of(first);
  }

  int alarms() {
    return alarms.size();
  }

  void moveTo(long to) {
    nanos = Math.max(nanos, to);
  }

  /** Runs one alarm that is due; of several of the earliest time, the one chosen. */
  void runOneDue() {
    long first = next().orElseThrow();
    List<Alarm> due = new ArrayList<>();
    for (Alarm alarm : alarms) {
      if (alarm.dueNanos == first) {
        due.add(alarm);
      }
    }
    due.sort(Comparator.comparingLong(alarm -> alarm.serial));
    Alarm chosen = due.get(turns.choose(due.size()));
    unset(chosen);
    chosen.task.run();
  }

  /** Forgets every alarm. */
  void clear() {
    alarms.forEach(Alarm::unset);
    alarms.clear();
  }
}
