package dev.crosstalk.agent;

import java.util.concurrent.TimeUnit;

/**
 * What rewritten classes call for locks: inside a world its {@link Monitors}, else the object's
 * own.
 *
 * <p>The instruction that enters or leaves stays where it was, since the JVM compiles no method in
 * which these do not pair up; {@link #enter} and {@link #exit} say what to do that to: inside a
 * world the caller's thread, on which no two lanes can meet. What was entered is kept for leaving
 * it: see {@link LockSlots}.
 */
public final class MonitorRedirects {
  private MonitorRedirects() {}

  /** Enters, and returns whose real monitor to enter after. */
  public static Object enter(Object object) {
    var world = WorldThread.current();
    if (world == null) {
      return object;
    }
    world.monitors().enter(object);
    return Thread.currentThread();
  }

  /**
   * Leaves, and returns whose real monitor to leave, for code that has not kept that; where a whole
   * method is locked it has been left before.
   */
  public static Object exit(Object object) {
    var world = WorldThread.current();
    if (world == null) {
      return object;
    }
    world.monitors().exit(object);
    return Thread.currentThread();
  }

  public static boolean holdsLock(Object object) {
    var world = WorldThread.current();
    return world == null ? Thread.holdsLock(object) : world.monitors().isHeld(object);
  }

  public static void wait(Object object) throws InterruptedException {
    wait(object, 0);
  }

  public static void wait(Object object, long millis) throws InterruptedException {
    var world = WorldThread.current();
    if (world == null) {
      object.wait(millis);
    } else {
      requireTimeout(millis, 0);
      world.monitors().await(object, TimeUnit.MILLISECONDS.toNanos(millis));
    }
  }

  /** To the nanosecond inside a world; the JDK rounds up to the millisecond. */
  public static void wait(Object object, long millis, int nanos) throws InterruptedException {
    var world = WorldThread.current();
    if (world == null) {
      object.wait(millis, nanos);
    } else {
      requireTimeout(millis, nanos);
      long whole = TimeUnit.MILLISECONDS.toNanos(millis);
      world.monitors().await(object, Math.max(whole, whole + nanos));
    }
  }

  public static void notify(Object object) {
    var world = WorldThread.current();
    if (world == null) {
      object.notify();
    } else {
      world.monitors().signal(object);
    }
  }

  public static void notifyAll(Object object) {
    var world = WorldThread.current();
    if (world == null) {
      object.notifyAll();
    } else {
      world.monitors().signalAll(object);
    }
  }

  private static void requireTimeout(long millis, int nanos) {
    if (millis < 0 || nanos < 0 || nanos > 999_999) {
      throw new IllegalArgumentException("timeout of " + millis + " ms and " + nanos + " ns");
    }
  }
}
