package dev.crosstalk.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Virtual threads with a scheduler of their own, whose timed waits follow their world's clock. The
 * JDK has no public way to either: all that we know of its inside is in this class.
 */
public final class Lanes {
  private static final MethodHandle CARRIER;
  private static final MethodHandle BUILDER;
  private static final VarHandle PROBE;
  private static final ScheduledExecutorService[] TIMERS;
  private static final String MISSING;

  static {
    MethodHandle carrier = null;
    MethodHandle builder = null;
    VarHandle probe = null;
    ScheduledExecutorService[] timers = null;
    String missing = null;
    try {
      var threads = in(Thread.class);
      carrier =
          threads.findStatic(
              Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
      probe = threads.findVarHandle(Thread.class, "threadLocalRandomProbe", int.class);
      var builders = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder");
      builder =
          in(builders)
              .findConstructor(builders, MethodType.methodType(void.class, Executor.class))
              .asType(MethodType.methodType(Thread.Builder.OfVirtual.class, Executor.class));
      var delayed = Class.forName("java.lang.VirtualThread$DelayedTaskSchedulers");
      timers =
          (ScheduledExecutorService[])
              in(delayed)
                  .findStaticVarHandle(delayed, "INSTANCE", ScheduledExecutorService[].class)
                  .get();
    } catch (ReflectiveOperationException | RuntimeException e) {
      missing = e.toString();
    }
    CARRIER = carrier;
    BUILDER = builder;
    PROBE = probe;
    TIMERS = timers;
    MISSING = missing;
  }

  private Lanes() {}

  private static MethodHandles.Lookup in(Class<?> type) throws IllegalAccessException {
    return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
  }

  /** Checks that the agent runs and that this JDK is as it must be. */
  public static void requireSupported() throws UnsupportedJdkException {
    String trouble = Agent.isInstalled() ? MISSING : Agent.trouble();
    if (trouble != null) {
      throw new UnsupportedJdkException(
          "A simulated world needs -javaagent:crosstalk-agent.jar on a HotSpot JDK 25, and this is "
              + Runtime.version()
              + ": "
              + trouble);
    }
  }

  /**
   * A lane: a virtual thread, not started.
   *
   * @param scheduler is handed a task whenever the lane can go on; runs it on the world's thread
   * @param random decides which cell of a contended counter or exchanger the lane uses
   */
  public static Thread unstarted(Executor scheduler, String name, Runnable task, Random random) {
    Thread.Builder.OfVirtual builder;
    try {
      builder = (Thread.Builder.OfVirtual) BUILDER.invokeExact(scheduler);
    } catch (Throwable e) {
      throw new LinkageError("a virtual thread with a scheduler", e);
    }
    Thread lane = builder.name(name).unstarted(task);
    PROBE.set(lane, random.nextInt() | 1);
    return lane;
  }

  /** Of the JVM's timers for virtual threads, puts ours before each. */
  static synchronized void installTimers() {
    for (int i = 0; TIMERS != null && i < TIMERS.length; i++) {
      if (!(TIMERS[i] instanceof LaneTimers)) {
        TIMERS[i] = new LaneTimers(TIMERS[i]);
      }
    }
  }

  /** The platform thread that runs the caller. */
  static Thread carrier() {
    if (CARRIER == null) {
      return null;
    }
    try {
      return (Thread) CARRIER.invokeExact();
    } catch (Throwable e) {
      throw new LinkageError("the current carrier thread", e);
    }
  }
}
