package dev.crosstalk.world.tcp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread of this process as the kernel sees it, which knows of a thread's wake-up before that
 * thread does: one that was unparked but has no processor yet still looks parked to the JVM. Reads
 * {@code /proc/self/task} (proc_pid_stat(5), Linux; 4 us a look). Used by one thread at a time.
 *
 * <p>Whether a thread slept all the time between two moments is asked by {@link #sleep} at the one
 * and {@link #stillSleeps} at the other.
 */
final class KernelThread implements AutoCloseable {
  /** What {@link #sleep} says of a thread that does not sleep. */
  static final long AWAKE = -1;

  /** What it says of one that has ended. */
  static final long ENDED = -2;

  /** Whose method waits for the JDK's selector, on Linux. */
  private static final String SELECTING = "sun.nio.ch.EPoll";

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long NOBODY = -1;

  private final Thread thread;
  private final int id;

  private ProcFile stat;
  private ProcFile turns;

  private KernelThread(Thread thread, int id) {
    this.thread = thread;
    this.id = id;
  }

  /** The caller, which must be a platform thread. */
  static KernelThread current() {
    return new KernelThread(Thread.currentThread(), ProcFile.threadId());
  }

  Thread thread() {
    return thread;
  }

  /**
   * How often the thread had been given a processor when it fell asleep, waiting for a lock, a
   * monitor, a selector or to be unparked; else {@link #AWAKE} or {@link #ENDED}.
   */
  long sleep() {
    return switch (thread.getState()) {
      case TERMINATED -> ENDED;
      case NEW -> AWAKE;
      case RUNNABLE -> sleepInSelector();
      case BLOCKED, WAITING, TIMED_WAITING -> sleepByKernel();
    };
  }

  /**
   * Others that are runnable to the JVM sleep, too: in a page fault, for a collection. Where it is
   * comes last: it is there still if {@link #stillSleeps}.
   */
  private long sleepInSelector() {
    long sleep = sleepByKernel();
    return sleep == AWAKE || isSelecting() ? sleep : AWAKE;
  }

  private boolean isSelecting() {
    StackTraceElement[] stack = thread.getStackTrace();
    return stack.length > 0 && stack[0].getClassName().equals(SELECTING);
  }

  /** The turns come first: what it takes from there on to be asleep is one of them. */
  private long sleepByKernel() {
    // The thread may end between the one and the other.
    if (stat == null) {
      stat = ProcFile.ofThread(id, "stat");
    }
    if (turns == null) {
      turns = ProcFile.ofThread(id, "schedstat");
    }
    long before = turns.thirdNumber();
    boolean sleeps = stat.isSleeping();
    if (before == ProcFile.GONE || !sleeps) {
      return thread.isAlive() ? AWAKE : ENDED;
    }
    return before;
  }

  /**
   * Whether it sleeps, and has ever since it said so.
   *
   * @param sleep what {@link #sleep} said, of a sleeping thread or one that has ended
   */
  boolean stillSleeps(long sleep) {
    // The turns come last: woken and asleep again in between, it had one.
    return sleep == ENDED || stat.isSleeping() && turns.thirdNumber() == sleep;
  }

  /** The id of the thread that holds the monitor or lock it waits for, if it waits for one. */
  OptionalLong lockOwner() {
    // Asking the JVM is dear, and most wait for nothing of the kind.
    if (thread.getState() != Thread.State.BLOCKED
        && !(LockSupport.getBlocker(thread) instanceof AbstractOwnableSynchronizer)) {
      return OptionalLong.empty();
    }
    ThreadInfo info = THREADS.getThreadInfo(thread.threadId());
    return info == null || info.getLockOwnerId() == NOBODY
        ? OptionalLong.empty()
        : OptionalLong.of(info.getLockOwnerId());
  }

  @Override
  public void close() {
    if (stat != null) {
      stat.close();
    }
    if (turns != null) {
      turns.close();
    }
  }
}
