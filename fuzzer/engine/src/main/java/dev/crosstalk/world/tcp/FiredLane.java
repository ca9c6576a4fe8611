package dev.crosstalk.world.tcp;

import dev.crosstalk.world.LaneThread;
import java.util.concurrent.Executor;

/** A lane of the fired world: as any other, but it can be looked at. */
final class FiredLane implements LaneThread {
  private final PooledLane lane;

  FiredLane(Executor threads, Activity activity) {
    this.lane =
        new PooledLane(
            task ->
                threads.execute(
                    () -> ((FiredThread) Thread.currentThread()).runIn(activity, task)));
  }

  @Override
  public void run(Runnable task) {
    lane.run(task);
  }

  @Override
  public void interrupt() {
    lane.interrupt();
  }

  @Override
  public void clearInterrupt() {
    lane.clearInterrupt();
  }

  /** Whether it has nothing to run. */
  boolean isIdle() {
    return lane.isIdle();
  }

  /** The thread that it runs on; null when it has none, or none yet. */
  FiredThread thread() {
    return (FiredThread) lane.thread();
  }

  /** Ends a wait, as waits may end at any time. */
  void wake() {
    lane.unpark();
  }
}
