package dev.crosstalk.agent;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A timer of a world as the JDK's virtual threads hold it: they cancel it and do nothing else. */
record LaneTimeout(WorldThread.Cancel timer) implements ScheduledFuture<Object> {

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    return timer.cancel();
  }

  @Override
  public boolean isCancelled() {
    throw unexpected();
  }

  @Override
  public boolean isDone() {
    throw unexpected();
  }

  @Override
  public Object get() {
    throw unexpected();
  }

  @Override
  public Object get(long timeout, TimeUnit unit) {
    throw unexpected();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    throw unexpected();
  }

  @Override
  public int compareTo(Delayed other) {
    throw unexpected();
  }

  private static UnsupportedOperationException unexpected() {
    return new UnsupportedOperationException("a virtual thread's timeout can only be cancelled");
  }
}
