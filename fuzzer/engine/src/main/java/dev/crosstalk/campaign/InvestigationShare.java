package dev.crosstalk.campaign;

import java.time.Duration;

/**
 * What part of a campaign's time goes to investigations alone: while one is under way, no new case
 * begins, until the share is used up. Cases beside it would make the machine late, and a symptom
 * that hangs on time hard to see.
 */
final class InvestigationShare {
  private final long shareNanos;
  private long usedNanos;
  private long sinceNanos;
  private boolean underWay;

  InvestigationShare(Duration share) {
    this.shareNanos = share.toNanos();
  }

  synchronized void begin() {
    underWay = true;
    sinceNanos = System.nanoTime();
  }

  synchronized void end() {
    underWay = false;
    usedNanos += System.nanoTime() - sinceNanos;
    notifyAll();
  }

  /** Waits while an investigation is under way and has time of its own left. */
  synchronized void awaitOthersTurn() throws InterruptedException {
    long left = leftNanos();
    while (underWay && left > 0) {
      wait(left / 1_000_000 + 1);
      left = leftNanos();
    }
  }

  private long leftNanos() {
    return shareNanos - usedNanos - (underWay ? System.nanoTime() - sinceNanos : 0);
  }
}
