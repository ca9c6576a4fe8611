package dev.crosstalk.agent;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * What ends the timed waits of virtual threads: a timer of the world for its lanes, the JDK's for
 * all others. The JDK calls this one method only, on the carrier; the rest is inherited, unused.
 */
final class LaneTimers extends ScheduledThreadPoolExecutor {
  private final ScheduledExecutorService real;

  LaneTimers(ScheduledExecutorService real) {
    super(0);
    this.real = real;
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    var world = WorldThread.current();
    return world == null
        ? real.schedule(task, delay, unit)
        : new LaneTimeout(world.schedule(task, unit.toNanos(delay)));
  }
}
