package dev.crosstalk.world.tcp;

import dev.crosstalk.world.LaneThread;

/** A lane of the fired world: as any other, but it can be made to look at the clock. */
record FiredLane(PooledLane lane) implements LaneThread {

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

  /** Wakes a timed wait, which finds by its clock whether its time has come. */
  void lookAtTheClock() {
    lane.unpark();
  }
}
