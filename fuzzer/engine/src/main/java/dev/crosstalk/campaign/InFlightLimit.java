package dev.crosstalk.campaign;

import dev.crosstalk.spi.WorldKind;

/**
 * How many cases run at a time: one more after a while without disturbance, half as many after one.
 * Without this a busy machine makes timeouts fire by themselves, which makes it busier still.
 */
final class InFlightLimit {
  private static final int LIMIT_FIRST = 8;

  /** Where cases wait for a clock, more of them use the time. */
  private static final int WAITING_MAX = 32 * Runtime.getRuntime().availableProcessors();

  /** Where none does, more of them than this only wait for each other's processor. */
  private static final int RUNNING_MAX = 2 * Runtime.getRuntime().availableProcessors();

  private static final int UNDISTURBED_FOR_ONE_MORE = 4;

  private final int most;
  private int limit;
  private int inFlight;
  private int undisturbed;

  /** Cases that were in flight at the last halving: what disturbs them was answered by it. */
  private int answered;

  private InFlightLimit(int most) {
    this.most = most;
    this.limit = Math.min(most, LIMIT_FIRST);
  }

  /** A limit for cases in a kind of world. */
  static InFlightLimit in(WorldKind kind) {
    return new InFlightLimit(kind == WorldKind.REAL ? WAITING_MAX : RUNNING_MAX);
  }

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
      limit = Math.min(most, limit + 1);
      undisturbed = 0;
    }
    notifyAll();
  }

  synchronized int limit() {
    return limit;
  }
}
