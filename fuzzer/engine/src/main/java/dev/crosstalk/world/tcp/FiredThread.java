package dev.crosstalk.world.tcp;

import dev.crosstalk.agent.ClockedThread;
import dev.crosstalk.spi.VirtualClock.Due;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread that lanes of the fired world borrow. While it has a case, its timed waits in {@code
 * java.util.concurrent} are alarms of that case's clock.
 */
final class FiredThread extends ClockedThread {
  /** Zero is no time to the JDK's waits. */
  private static final long ORIGIN_NANOS = 1_000_000_000L;

  /** The time of day at which every case begins: 2026-01-01. */
  private static final long EPOCH_MILLIS = 1_767_225_600_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  /** When a case is over, every wait of it is. */
  private static final long OVER_NANOS = 1L << 60;

  private volatile Optional<Activity> activity = Optional.empty();
  private volatile KernelThread kernel;

  FiredThread(Runnable task) {
    super(task, "crosstalk-fired-lane");
    setDaemon(true);
  }

  /** The case that the caller runs in; empty where that is none, or not one of this kind. */
  static Optional<Activity> activityOfCaller() {
    return Thread.currentThread() instanceof FiredThread thread
        ? thread.activity
        : Optional.empty();
  }

  /** Runs a task in a case; on this thread. */
  void runIn(Activity mine, Runnable task) {
    activity = Optional.of(mine);
    try {
      task.run();
    } finally {
      activity = Optional.empty();
    }
  }

  KernelThread kernel() {
    return kernel;
  }

  @Override
  public void run() {
    try (var seen = KernelThread.current()) {
      kernel = seen;
      super.run();
    }
  }

  @Override
  protected boolean isClocked() {
    return activity.isPresent();
  }

  @Override
  public long nanoTime() {
    return activity
        .map(Activity::clock)
        .map(clock -> clock.isOver() ? OVER_NANOS + System.nanoTime() : clock.nanos())
        .map(nanos -> ORIGIN_NANOS + nanos)
        .orElseGet(System::nanoTime);
  }

  @Override
  public long currentTimeMillis() {
    return EPOCH_MILLIS + nanoTime() / NANOS_PER_MILLI;
  }

  @Override
  protected void starts(Thread other) {
    activity.ifPresent(it -> it.expect(other));
  }

  @Override
  protected boolean parkNanos(Object blocker, long nanos) {
    Optional<FiredClock> clock = activity.map(Activity::clock).filter(it -> !it.isOver());
    if (clock.isPresent() && nanos > 0) {
      Due due = clock.get().schedule(nanos, () -> LockSupport.unpark(this));
      try {
        // Begun before the clock's end was asked for, a wait is woken by that end.
        if (!clock.get().isOver()) {
          LockSupport.park(blocker);
        }
      } finally {
        boolean ignored = due.cancel();
      }
    }
    return clock.isPresent();
  }
}
