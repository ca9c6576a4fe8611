package dev.crosstalk.agent;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/**
 * What rewritten classes call to make threads and to handle them: inside a world they are lanes.
 * Groups, priorities and stack sizes are lost there, as virtual threads have none.
 */
public final class ThreadRedirects {
  private ThreadRedirects() {}

  /** For a call of a factory; inside a world the factory is not asked. */
  public static Thread newThread(ThreadFactory factory, Runnable task) {
    var world = WorldThread.current();
    return world == null ? factory.newThread(task) : lane(world, task, null);
  }

  public static Thread newThread() {
    var world = WorldThread.current();
    return world == null ? new Thread() : lane(world, null, null);
  }

  public static Thread newThread(Runnable task) {
    var world = WorldThread.current();
    return world == null ? new Thread(task) : lane(world, task, null);
  }

  public static Thread newThread(ThreadGroup group, Runnable task) {
    var world = WorldThread.current();
    return world == null ? new Thread(group, task) : lane(world, task, null);
  }

  public static Thread newThread(String name) {
    var world = WorldThread.current();
    return world == null ? new Thread(name) : lane(world, null, name);
  }

  public static Thread newThread(ThreadGroup group, String name) {
    var world = WorldThread.current();
    return world == null ? new Thread(group, name) : lane(world, null, name);
  }

  public static Thread newThread(Runnable task, String name) {
    var world = WorldThread.current();
    return world == null ? new Thread(task, name) : lane(world, task, name);
  }

  public static Thread newThread(ThreadGroup group, Runnable task, String name) {
    var world = WorldThread.current();
    return world == null ? new Thread(group, task, name) : lane(world, task, name);
  }

  public static Thread newThread(ThreadGroup group, Runnable task, String name, long stackSize) {
    var world = WorldThread.current();
    return world == null ? new Thread(group, task, name, stackSize) : lane(world, task, name);
  }

  public static Thread newThread(
      ThreadGroup group, Runnable task, String name, long stackSize, boolean inheritLocals) {
    var world = WorldThread.current();
    return world == null
        ? new Thread(group, task, name, stackSize, inheritLocals)
        : lane(world, task, name);
  }

  /** A lane is the thread that it does the work of. */
  public static Thread currentThread() {
    Thread self = Thread.currentThread();
    var world = WorldThread.current();
    LaneThread body = world == null ? null : world.bodies().get(self);
    return body == null ? self : body;
  }

  /** Lanes are daemons whatever is asked for. */
  public static void setDaemon(Thread thread, boolean on) {
    if (!thread.isVirtual()) {
      thread.setDaemon(on);
    }
  }

  /** Whether a lane does the work of a thread: asked where methods of the JDK begin. */
  public static boolean hasLane(Thread thread) {
    return LaneThread.of(thread) != thread;
  }

  /** The lane that does the work of a thread. */
  public static Thread lane(Thread thread) {
    return LaneThread.of(thread);
  }

  /** Inside a world, runs in a lane what was meant for the JVM's common pool. */
  public static boolean execute(ForkJoinPool pool, Runnable task) {
    var world = WorldThread.current();
    if (world == null || task == null || pool != ForkJoinPool.commonPool()) {
      return false;
    }
    lane(world, task, "common-pool").start();
    return true;
  }

  /** Inside a world, runs in a lane what was meant for the timer of a fork-join pool. */
  public static boolean schedule(ScheduledFuture<?> task) {
    var world = WorldThread.current();
    if (world == null) {
      return false;
    }
    world.schedule(
        () -> {
          if (!task.isDone()) {
            lane(world, (Runnable) task, "delayed").start();
          }
        },
        task.getDelay(TimeUnit.NANOSECONDS));
    return true;
  }

  private static Thread lane(WorldThread world, Runnable task, String name) {
    return world.unstartedLane(task == null ? () -> {} : task, name == null ? "thread" : name);
  }
}
