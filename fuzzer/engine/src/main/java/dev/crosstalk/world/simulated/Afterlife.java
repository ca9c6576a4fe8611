package dev.crosstalk.world.simulated;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Where threads go on that a case has left behind, once somebody wakes them: they may hold a lock
 * that the whole JVM shares. On a thread of its own, outside of every world.
 */
final class Afterlife {
  private static final BlockingQueue<Runnable> TASKS = new LinkedBlockingQueue<>();

  private Afterlife() {}

  /** Called before there is any world: inside one the thread would be a lane. */
  static synchronized void begin() {
    if (!Holder.THREAD.isAlive()) {
      Holder.THREAD.setDaemon(true);
      Holder.THREAD.start();
    }
  }

  static void goOn(Runnable continuation) {
    TASKS.add(continuation);
  }

  private static void run() {
    try {
      while (true) {
        TASKS.take().run();
      }
    } catch (InterruptedException never) {
      // Nobody knows this thread.
    }
  }

  private static final class Holder {
    static final Thread THREAD = new Thread(Afterlife::run, "crosstalk-afterlife");
  }
}
