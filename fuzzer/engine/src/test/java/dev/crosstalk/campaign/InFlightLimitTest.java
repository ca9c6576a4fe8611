package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.WorldKind;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class InFlightLimitTest {
  private final InFlightLimit limit = InFlightLimit.in(WorldKind.REAL);

  @Test
  void beginsWithEight() {
    assertThat(limit.limit()).isEqualTo(8);
  }

  @Test
  void runsOnlySoManyWhereNobodyWaitsForAClock() throws InterruptedException {
    InFlightLimit fired = InFlightLimit.in(WorldKind.FIRED);
    for (int i = 0; i < 1_000; i++) {
      fired.acquire();
      fired.release(false);
    }

    assertThat(fired.limit()).isEqualTo(2 * Runtime.getRuntime().availableProcessors());
  }

  @Test
  void growsByOneAfterFourUndisturbedCases() throws InterruptedException {
    run(3, false);
    assertThat(limit.limit()).isEqualTo(8);

    run(1, false);
    assertThat(limit.limit()).isEqualTo(9);

    run(4, false);
    assertThat(limit.limit()).isEqualTo(10);
  }

  @Test
  void halvesWhenACaseIsDisturbed() throws InterruptedException {
    run(1, true);
    assertThat(limit.limit()).isEqualTo(4);

    run(1, true);
    assertThat(limit.limit()).isEqualTo(2);
  }

  @Test
  void countsUndisturbedCasesAnewAfterADisturbance() throws InterruptedException {
    run(3, false);
    run(1, true);
    run(3, false);
    assertThat(limit.limit()).isEqualTo(4);

    run(1, false);
    assertThat(limit.limit()).isEqualTo(5);
  }

  @Test
  void halvesOnceForAllCasesThatWereInFlightTogether() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      limit.acquire();
    }
    for (int i = 0; i < 8; i++) {
      limit.release(true);
    }

    assertThat(limit.limit()).isEqualTo(4);
  }

  @Test
  void neverFallsBelowOne() throws InterruptedException {
    run(20, true);

    assertThat(limit.limit()).isEqualTo(1);
  }

  @Test
  void neverGrowsAboveSixtyFour() throws InterruptedException {
    run(10_000, false);

    assertThat(limit.limit()).isEqualTo(64);
  }

  @Test
  void letsSoManyInAndMakesTheNextWait() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      limit.acquire();
    }
    var inside = new CountDownLatch(1);
    Thread next = start(limit::acquire, inside);
    awaitWaiting(next);
    assertThat(inside.getCount()).isEqualTo(1);

    limit.release(false);

    inside.await();
  }

  @Test
  void letsNobodyInWhileMoreAreInFlightThanIsAllowedNow() throws InterruptedException {
    for (int i = 0; i < 8; i++) {
      limit.acquire();
    }
    var inside = new CountDownLatch(1);
    Thread next = start(limit::acquire, inside);
    for (int i = 0; i < 4; i++) {
      limit.release(i == 0);
      awaitWaiting(next);
    }
    assertThat(inside.getCount()).isEqualTo(1);

    limit.release(false);

    inside.await();
  }

  private void run(int cases, boolean disturbed) throws InterruptedException {
    for (int i = 0; i < cases; i++) {
      limit.acquire();
      limit.release(disturbed);
    }
  }

  private interface Task {
    void run() throws InterruptedException;
  }

  private static Thread start(Task task, CountDownLatch done) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              try {
                task.run();
                done.countDown();
              } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
              }
            });
  }

  /** It waits again even when it was woken for nothing. */
  private static void awaitWaiting(Thread thread) {
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }
}
