package dev.crosstalk.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Threads that have been started and have not begun: what each is to do first of all, on itself.
 * For threads that run their task as {@link Thread#run} does; others never come by here.
 */
public final class Newcomers {
  private static final Map<Thread, Runnable> FIRST = new ConcurrentHashMap<>();

  private Newcomers() {}

  /** To be said before the thread is started. */
  public static void expect(Thread thread, Runnable first) {
    FIRST.put(thread, first);
  }

  /** For one that could not be started. */
  public static void forget(Thread thread) {
    FIRST.remove(thread);
  }

  /** Asked where {@link Thread#start} begins: whoever has a clock is told. Always false. */
  public static boolean starts(Thread thread) {
    if (Thread.currentThread() instanceof ClockedThread starter && starter.isClocked()) {
      starter.starts(thread);
    }
    return false;
  }

  /** Asked where {@link Thread#run} begins. Always false. */
  public static boolean begins(Thread thread) {
    if (!FIRST.isEmpty() && Thread.currentThread() == thread) {
      Runnable first = FIRST.remove(thread);
      if (first != null) {
        first.run();
      }
    }
    return false;
  }
}
