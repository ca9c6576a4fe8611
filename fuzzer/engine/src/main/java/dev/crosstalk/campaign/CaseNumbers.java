package dev.crosstalk.campaign;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;

/** Hands out the numbers of a target's cases, from 0, until the budget is spent. */
final class CaseNumbers {
  private final Budget budget;
  private final long startNanos = System.nanoTime();
  private final AtomicLong next = new AtomicLong();
  private volatile boolean stopped;

  CaseNumbers(Budget budget) {
    this.budget = budget;
  }

  /** The next case's number; empty when there is to be none. */
  OptionalLong next() {
    if (stopped || isOver()) {
      return OptionalLong.empty();
    }
    long number = next.getAndIncrement();
    return budget instanceof Budget.Cases(long all) && number >= all
        ? OptionalLong.empty()
        : OptionalLong.of(number);
  }

  private boolean isOver() {
    return budget instanceof Budget.Time(Duration duration)
        && System.nanoTime() - startNanos >= duration.toNanos();
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
