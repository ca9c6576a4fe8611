package dev.crosstalk.campaign;

/**
 * How many cases run at a time: one more after a while without disturbance, half as many after one.
 * Without this a busy machine makes timeouts fire by themselves, which makes it busier still.
 */
final class InFlightLimit {
  private static final int LIMIT_FIRST = 8;
  private static final int LIMIT_MAX = 64;
  private static final int UNDISTURBED_FOR_ONE_MORE = 4;

  private int limit = LIMIT_FIRST;
  private int inFlight;
  private int undisturbed;

  /** Cases that were in flight at the last halving: what disturbs them was answered by it. */
  private int answered;

  /** Waits for a place. */
  synchronized void acquire() throws InterruptedException {
    while (inFlight >= limit) {
      wait();
    }
    inFlight++;
  }

  /** Gives a place back. */
  synchronized void release(boolean disturbed) {
    inFlight--;
    boolean counts = answered == 0;
    answered -= counts ? 0 : 1;
    if (disturbed && counts) {
      limit = Math.max(1, limit / 2);
      answered = inFlight;
      undisturbed = 0;
    } else if (!disturbed && ++undisturbed >= UNDISTURBED_FOR_ONE_MORE) {
      limit = Math.min(LIMIT_MAX, limit + 1);
      undisturbed = 0;
    }
    notifyAll();
  }

  synchronized int limit() {
    return limit;
  }
}
