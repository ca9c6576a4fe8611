package dev.crosstalk.agent;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The locks of one world, one for each object that is held or waited for. They stand in for those
 * of the JVM, which hand over on a thread of its own, at a time of its own.
 *
 * <p>Who leaves a lock gives it to the first that waits for it, before that one runs: so a lock is
 * never free while somebody is on the way to it, and a notify cannot be lost with the lock. All
 * calls come on the world's thread; a lane that has to wait parks.
 */
public final class Monitors {
  private final Map<Object, Monitor> monitors = new IdentityHashMap<>();
  private final ArrayDeque<Monitor> spare = new ArrayDeque<>();

  Monitors() {}

  /** How many objects are held or waited for; zero when a scenario has ended well. */
  public int size() {
    return monitors.size();
  }

  /** Enters as {@code monitorenter} does, however often the caller is in already. */
  public void enter(Object object) {
    Thread me = Thread.currentThread();
    Monitor monitor = monitors.get(Objects.requireNonNull(object));
    if (monitor == null) {
      monitor = spare.isEmpty() ? new Monitor() : spare.pop();
      monitor.give(me, 1);
      monitors.put(object, monitor);
    } else if (monitor.owner == me) {
      monitor.count++;
    } else if (monitor.owner == null) {
      monitor.give(me, 1);
    } else {
      var entry = new Monitor.Entry(laneOf(me, object), 1);
      monitor.entering.add(entry);
      monitor.block(entry);
    }
  }

  /** Leaves once. */
  public void exit(Object object) {
    Monitor monitor = owned(object);
    if (--monitor.count == 0) {
      release(object, monitor);
    }
  }

  /** Whether the caller is in. */
  public boolean isHeld(Object object) {
    Monitor monitor = monitors.get(Objects.requireNonNull(object));
    return monitor != null && monitor.owner == Thread.currentThread();
  }

  /**
   * Waits as {@link Object#wait()} does.
   *
   * @param nanos of the world's clock; zero waits for ever
   */
  public void await(Object object, long nanos) throws InterruptedException {
    Monitor monitor = owned(object);
    Thread lane = laneOf(Thread.currentThread(), object);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    var entry = new Monitor.Entry(lane, monitor.count);
    monitor.waiting.add(entry);
    release(object, monitor);
    WorldThread.Cancel timeout =
        nanos == 0
            ? () -> false
            : WorldThread.current().schedule(() -> monitor.enterWaiting(entry), nanos);
    boolean interrupted = monitor.block(entry);
    timeout.cancel();
    if (interrupted) {
      throw new InterruptedException();
    }
  }

  /** Wakes the one that waits longest, if any. */
  public void signal(Object object) {
    Monitor monitor = owned(object);
    if (!monitor.waiting.isEmpty()) {
      monitor.entering.add(monitor.waiting.poll());
    }
  }

  /** Wakes all that wait; the one that waits longest enters first. */
  public void signalAll(Object object) {
    Monitor monitor = owned(object);
    monitor.entering.addAll(monitor.waiting);
    monitor.waiting.clear();
  }

  void clear() {
    monitors.clear();
    spare.clear();
  }

  private Monitor owned(Object object) {
    Monitor monitor = monitors.get(Objects.requireNonNull(object));
    if (monitor == null || monitor.owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return monitor;
  }

  private void release(Object object, Monitor monitor) {
    Monitor.Entry next = monitor.entering.poll();
    if (next != null) {
      monitor.giveTo(next);
    } else {
      monitor.give(null, 0);
      if (monitor.waiting.isEmpty()) {
        monitors.remove(object);
        spare.push(monitor);
      }
    }
  }

  /** Waiting would stop the world itself for ever, and with it the one to wait for. */
  private static Thread laneOf(Thread thread, Object object) {
    if (!thread.isVirtual()) {
      throw new IllegalStateException(
          "the world's thread would have to wait for a lock of " + object.getClass().getName());
    }
    return thread;
  }
}
