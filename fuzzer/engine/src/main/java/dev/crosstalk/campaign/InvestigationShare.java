package dev.crosstalk.campaign;

import java.time.Duration;

/**
 * What part of a campaign's time goes to investigations alone. Where the clock is true, no new case
 * begins while one is under way, until the share is used up: cases beside it would make the machine
 * late, and a symptom that hangs on time hard to see. Where it is not, a suspect whose turn has
 * come goes before new cases until it is confirmed, for as much in all, and is shrunk beside them.
 */
final class InvestigationShare {
  private final long shareNanos;
  private long usedNanos;
  private long confirmedNanos;
  private long sinceNanos;
  private boolean underWay;
  private volatile boolean confirming;

  InvestigationShare(Duration share) {
    this.shareNanos = share.toNanos();
  }

  synchronized void begin() {
    underWay = true;
    confirming = true;
    sinceNanos = System.nanoTime();
  }

  /** The suspect is a finding, or is none; what is to come of it has time. */
  synchronized void confirmed() {
    if (confirming) {
      confirming = false;
      confirmedNanos += System.nanoTime() - sinceNanos;
      notifyAll();
    }
  }

  synchronized void end() {
    confirmed();
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

  /** Whether a suspect is being confirmed and has time of its own left; asked for every case. */
  boolean isConfirming() {
    return confirming && leftToConfirmNanos() > 0;
  }

  /** Waits while that is so. */
  synchronized void awaitConfirmation() throws InterruptedException {
    long left = leftToConfirmNanos();
    while (confirming && left > 0) {
      wait(left / 1_000_000 + 1);
      left = leftToConfirmNanos();
    }
  }

  private long leftNanos() {
    return shareNanos - usedNanos - (underWay ? System.nanoTime() - sinceNanos : 0);
  }

  private synchronized long leftToConfirmNanos() {
    return shareNanos - confirmedNanos - (confirming ? System.nanoTime() - sinceNanos : 0);
  }
}
