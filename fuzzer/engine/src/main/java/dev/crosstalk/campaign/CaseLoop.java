package dev.crosstalk.campaign;

import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.LostPlaceException;
import dev.crosstalk.lab.Place;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs case after case: at each of a lab's places one after the other, or, where a lab has but one
 * that bears many, as many side by side as the machine does.
 */
final class CaseLoop {

  /** What is done for a case. */
  @FunctionalInterface
  interface Body {

    /**
     * Runs and judges a case.
     *
     * @return whether time did what no step asked for: then fewer are run side by side
     */
    boolean run(CaseRunner runner, long number);
  }

  /** What is done when a case does not come back. */
  @FunctionalInterface
  interface Lost {
    void lost(long number, LostPlaceException why);
  }

  /** A place goes to others after this long: findings are confirmed and shrunk beside. */
  private static final long TURN_NANOS = 20_000_000;

  private static final long TICK_MILLIS = 250;

  private final Lab lab;
  private final CaseNumbers numbers;
  private final InFlightLimit limit;
  private final InvestigationShare share;
  private final Body body;
  private final Lost lost;

  CaseLoop(
      Lab lab,
      CaseNumbers numbers,
      InFlightLimit limit,
      InvestigationShare share,
      Body body,
      Lost lost) {
    this.lab = lab;
    this.numbers = numbers;
    this.limit = limit;
    this.share = share;
    this.body = body;
    this.lost = lost;
  }

  /**
   * Runs until there are no more numbers.
   *
   * @param tick called several times a second meanwhile
   */
  void run(Runnable tick) throws InterruptedException {
    ExecutorService threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("crosstalk-case-", 0).factory());
    int places = lab.places().orElse(0);
    for (int i = 0; i < places; i++) {
      threads.execute(
          () -> {
            try {
              oneAfterTheOther();
            } catch (InterruptedException interrupted) {
              Thread.currentThread().interrupt();
            }
          });
    }
    if (places == 0) {
      sideBySide(threads, tick);
    }
    threads.shutdown();
    while (!threads.awaitTermination(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
      tick.run();
    }
  }

  private void oneAfterTheOther() throws InterruptedException {
    var turn = new Turn();
    boolean more = true;
    while (more) {
      share.awaitConfirmation();
      try {
        more = lab.at(turn::run);
      } catch (LostPlaceException gone) {
        lost.lost(turn.number, gone);
      }
    }
  }

  /** Some cases in a row at one place. */
  private final class Turn {
    private volatile long number;

    /** Whether there may be more cases. */
    boolean run(Place place) {
      var runner = new CaseRunner(place);
      long end = System.nanoTime() + TURN_NANOS;
      while (System.nanoTime() - end < 0 && !place.isSoiled() && !share.isConfirming()) {
        OptionalLong next = numbers.next();
        if (next.isEmpty()) {
          return false;
        }
        number = next.getAsLong();
        boolean ignored = body.run(runner, number);
      }
      return true;
    }
  }

  private void sideBySide(ExecutorService threads, Runnable tick) throws InterruptedException {
    long ticked = System.nanoTime();
    share.awaitOthersTurn();
    for (OptionalLong next = numbers.next(); next.isPresent(); next = numbers.next()) {
      limit.acquire();
      long number = next.getAsLong();
      threads.execute(
          () -> {
            boolean disturbed = false;
            try {
              disturbed = lab.at(place -> body.run(new CaseRunner(place), number));
            } finally {
              limit.release(disturbed);
            }
          });
      if (System.nanoTime() - ticked >= TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS)) {
        ticked = System.nanoTime();
        tick.run();
      }
      share.awaitOthersTurn();
    }
  }
}
