package dev.crosstalk.world.simulated;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;

/** Makes virtual threads with a scheduler of our own: the one place that knows how the JDK does. */
final class SchedulerHook {
  private static final Constructor<?> BUILDER = builder();

  private SchedulerHook() {}

  private static Constructor<?> builder() {
    try {
      Constructor<?> found =
          Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
              .getDeclaredConstructor(Executor.class);
      found.setAccessible(true);
      return found;
    } catch (ReflectiveOperationException | RuntimeException missing) {
      throw new IllegalStateException(missing);
    }
  }

  static Thread unstarted(Executor scheduler, String name, Runnable task) {
    try {
      return ((Thread.Builder) BUILDER.newInstance(scheduler)).name(name).unstarted(task);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** Whether this is the JDK's thread that wakes those who waited for a monitor. */
  static boolean handsOverMonitors(Thread thread) {
    return thread.getName().equals("VirtualThread-unblocker");
  }
}
