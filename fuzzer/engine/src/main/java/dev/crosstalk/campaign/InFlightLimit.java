package dev.crosstalk.campaign;

/**
 * How many cases run at a time: one more after a while without disturbance, half as many after one.
 * Without this a busy machine makes timeouts fire by themselves, which makes it busier still.
 */
final class InFlightLimit {
  private static final int LIMIT_FIRST = 8;
  private static final int LIMIT_MAX = 64;
  private static final int UNDISTURBED_FOR_ONE_MORE = 8;

  private int limit = LIMIT_FIRST;
  private int inFlight;
  private int undisturbed;

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
    if (disturbed) {
      limit = Math.max(1, limit / 2);
      undisturbed = 0;
    } else if (++undisturbed >= UNDISTURBED_FOR_ONE_MORE) {
      limit = Math.min(LIMIT_MAX, limit + 1);
      undisturbed = 0;
    }
    notifyAll();
  }

  synchronized int limit() {
    return limit;
  }
}
