package dev.crosstalk.world.tcp;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread of this process as the kernel sees it, which knows of a thread's wake-up before that
 * thread does: one that was unparked but has no processor yet still looks parked to the JVM. Reads
 * {@code /proc/self/task} (proc_pid_syscall(5) and schedstat, Linux; 2 us a look). Used by one
 * thread at a time.
 *
 * <p>Whether a thread slept all the time between two moments is asked by {@link #sleep} at the one
 * and {@link #stillSleeps} at the other.
 */
final class KernelThread implements AutoCloseable {
  /** What {@link #sleep} says of a thread that does not sleep. */
  static final long AWAKE = -1;

  /** What it says of one that has ended. */
  static final long ENDED = -2;

  /**
   * The calls that a selector waits in: epoll_wait and epoll_pwait of x86-64, the latter of ARM.
   */
  private static final Set<Long> SELECTING =
      System.getProperty("os.arch").equals("aarch64") ? Set.of(22L) : Set.of(232L, 281L);

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** No thread's id. */
  static final long NOBODY = -1;

  /** The synchronizers of a lock that one thread has alone. */
  private static final String LOCK = ReentrantLock.class.getName() + "$";

  private final Thread thread;
  private final int id;

  private ProcFile turns;
  private ProcFile state;
  private ProcFile call;

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
  synchronized long sleep() {
    return switch (thread.getState()) {
      case TERMINATED -> ENDED;
      case NEW -> AWAKE;
      case RUNNABLE -> sleep(true);
      case BLOCKED, WAITING, TIMED_WAITING -> sleep(false);
    };
  }

  /**
   * @param selecting whether it counts only in a selector: others that are runnable to the JVM
   *     sleep, too, in a page fault, for a collection
   */
  private long sleep(boolean selecting) {
    turns = opened(turns, "schedstat");
    state = opened(state, "stat");
    call = opened(call, "syscall");
    // The turns come first: what it takes from there on to be asleep is one of them.
    long before = turns.thirdNumber();
    if (before == ProcFile.NONE) {
      return thread.isAlive() ? AWAKE : ENDED;
    }
    if (!state.isSleeping()) {
      return AWAKE;
    }
    // Only this waits until one that is about to sleep has left its processor: up to there it can
    // be woken without another turn. It comes last, as it takes one that is being woken on another
    // processor for asleep.
    long sleepsIn = call.firstNumber();
    boolean sleeps = selecting ? SELECTING.contains(sleepsIn) : sleepsIn != ProcFile.NONE;
    return sleeps ? before : AWAKE;
  }

  /** The thread may end between one file and the other, or there may be no descriptor just now. */
  private ProcFile opened(ProcFile file, String name) {
    return file != null && file.isOpen() ? file : ProcFile.ofThread(id, name);
  }

  /**
   * Whether it sleeps, and has ever since it said so.
   *
   * @param sleep what {@link #sleep} said, of a sleeping thread or one that has ended
   */
  synchronized boolean stillSleeps(long sleep) {
    // The turns come last: woken and asleep again in between, it had one.
    return sleep == ENDED || state.isSleeping() && turns.thirdNumber() == sleep;
  }

  /**
   * The id of the thread that holds the monitor or lock it waits for, if it waits for one; {@link
   * #NOBODY} where that has been let go, and it will have it soon.
   */
  OptionalLong lockOwner() {
    Object blocker = LockSupport.getBlocker(thread);
    boolean exclusive =
        thread.getState() == Thread.State.BLOCKED
            || blocker != null && blocker.getClass().getName().startsWith(LOCK);
    // Asking the JVM is dear, and most wait for nothing of the kind.
    if (!exclusive && !(blocker instanceof AbstractOwnableSynchronizer)) {
      return OptionalLong.empty();
    }
    ThreadInfo info = THREADS.getThreadInfo(thread.threadId());
    return info == null || info.getLockOwnerId() == NOBODY && !exclusive
        ? OptionalLong.empty()
        : OptionalLong.of(info.getLockOwnerId());
  }

  @Override
  public synchronized void close() {
    if (turns != null) {
      turns.close();
    }
    if (state != null) {
      state.close();
    }
    if (call != null) {
      call.close();
    }
  }
}
