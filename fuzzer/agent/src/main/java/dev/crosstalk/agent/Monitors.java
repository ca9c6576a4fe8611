package dev.crosstalk.agent;

import java.util.Arrays;
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
  /** Those in use come first; then some to use again. Few are held at a time, the latest last. */
  private Monitor[] monitors = new Monitor[16];

  private int size;

  Monitors() {}

  /** How many objects are held or waited for; zero when a scenario has ended well. */
  public int size() {
    return size;
  }

  /** Enters as {@code monitorenter} does, however often the caller is in already. */
  public void enter(Object object) {
    Thread me = Thread.currentThread();
    Monitor monitor = find(object);
    if (monitor == null) {
      add(object).give(me, 1);
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
      release(monitor);
    }
  }

  /** Whether the caller is in. */
  public boolean isHeld(Object object) {
    Monitor monitor = find(object);
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
    release(monitor);
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
    monitors = new Monitor[16];
    size = 0;
  }

  private Monitor find(Object object) {
    Objects.requireNonNull(object);
    for (int i = size - 1; i >= 0; i--) {
      if (monitors[i].object == object) {
        return monitors[i];
      }
    }
    return null;
  }

  private Monitor add(Object object) {
    if (size == monitors.length) {
      monitors = Arrays.copyOf(monitors, 2 * size);
    }
    if (monitors[size] == null) {
      monitors[size] = new Monitor();
    }
    Monitor monitor = monitors[size++];
    monitor.object = object;
    return monitor;
  }

  private void remove(Monitor monitor) {
    int last = --size;
    int i = last;
    while (monitors[i] != monitor) {
      i--;
    }
    monitors[i] = monitors[last];
    monitors[last] = monitor;
    monitor.object = null;
  }

  private Monitor owned(Object object) {
    Monitor monitor = find(object);
    if (monitor == null || monitor.owner != Thread.currentThread()) {
      throw new IllegalMonitorStateException("current thread is not owner");
    }
    return monitor;
  }

  private void release(Monitor monitor) {
    Monitor.Entry next = monitor.entering.poll();
    if (next != null) {
      monitor.giveTo(next);
    } else {
      monitor.give(null, 0);
      if (monitor.waiting.isEmpty()) {
        remove(monitor);
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
