package dev.crosstalk.campaign;

/**
 * Which of the cases of a target a worker runs: every so manieth, so that the cases of all workers
 * are the same as those of one, and none waits for another.
 *
 * @param first the number of the first; 0 or more
 * @param step from one number to the next; 1 or more
 */
record Stripe(long first, int step) {
  /** All cases there are. */
  static final Stripe ALL = new Stripe(0, 1);

  /** What is left behind one of its numbers. */
  Stripe behind(long number) {
    return new Stripe(number + step, step);
  }
}
