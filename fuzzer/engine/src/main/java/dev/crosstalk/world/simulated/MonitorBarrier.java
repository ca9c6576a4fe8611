package dev.crosstalk.world.simulated;

import dev.crosstalk.agent.Lanes;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Waits until the JDK has handed over every monitor that was let go before. It does so on a thread
 * of its own, in order: two hand-overs that we bring about ourselves, one after the other, are done
 * only when all before the first are.
 */
final class MonitorBarrier {
  /** The JDK's thread that wakes those who waited for a monitor. */
  private static final String HANDS_OVER = "VirtualThread-unblocker";

  private final Random random;

  MonitorBarrier(Random random) {
    this.random = random;
  }

  static boolean isHandingOver(Thread thread) {
    return thread.getName().equals(HANDS_OVER);
  }

  /** Waits; on the world's thread. */
  void pass() {
    handOverOne();
    handOverOne();
  }

  private void handOverOne() {
    var monitor = new Object();
    var holder = new Sentinel(random);
    var blocked = new Sentinel(random);
    holder.start(
        () -> {
          synchronized (monitor) {
            LockSupport.park(monitor);
          }
        });
    holder.runUntilYield();
    blocked.start(
        () -> {
          synchronized (monitor) {
            blocked.done = true;
          }
        });
    blocked.runUntilYield();
    LockSupport.unpark(holder.thread);
    holder.runUntilYield();
    while (!blocked.done) {
      blocked.runUntilYield();
      Thread.onSpinWait();
    }
  }

  /** A virtual thread that nothing but this barrier runs. */
  private static final class Sentinel implements Executor {
    private final Random random;
    private Thread thread;
    private volatile Runnable next;
    private volatile boolean done;

    Sentinel(Random random) {
      this.random = random;
    }

    void start(Runnable task) {
      thread = Lanes.unstarted(this, "crosstalk-sentinel", task, random);
      thread.start();
    }

    @Override
    public void execute(Runnable continuation) {
      next = continuation;
    }

    /** Runs it when it can run. */
    void runUntilYield() {
      Runnable now = next;
      if (now != null) {
        next = null;
        now.run();
      }
    }
  }
}
