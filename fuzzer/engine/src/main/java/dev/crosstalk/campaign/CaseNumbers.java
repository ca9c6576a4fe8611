package dev.crosstalk.campaign;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Hands out the numbers of a target's cases until the budget is spent. */
final class CaseNumbers {
  private final Budget budget;
  private final Stripe stripe;
  private final LongConsumer handedOut;
  private final long startNanos = System.nanoTime();
  private final AtomicLong next;
  private volatile boolean stopped;

  /** All of them, from 0. */
  CaseNumbers(Budget budget) {
    this(budget, Stripe.ALL, number -> {});
  }

  /**
   * Those of a stripe.
   *
   * @param budget of the target: its cases are those of all stripes
   * @param handedOut told of each before it is; from any thread
   */
  CaseNumbers(Budget budget, Stripe stripe, LongConsumer handedOut) {
    this.budget = budget;
    this.stripe = stripe;
    this.handedOut = handedOut;
    this.next = new AtomicLong(stripe.first());
  }

  /** The next case's number; empty when there is to be none. */
  OptionalLong next() {
    if (stopped || isOver()) {
      return OptionalLong.empty();
    }
    long number = next.getAndAdd(stripe.step());
    if (budget instanceof Budget.Cases(long all) && number >= all) {
      return OptionalLong.empty();
    }
    handedOut.accept(number);
    return OptionalLong.of(number);
  }

  private boolean isOver() {
    return budget instanceof Budget.Time(Duration duration)
        && System.nanoTime() - startNanos >= duration.toNanos();
  }

  Budget budget() {
    return budget;
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }
}
