package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A wait that does not end fails by the timeout of the test. */
@Timeout(60)
class InvestigationShareTest {
  private final InvestigationShare share = new InvestigationShare(Duration.ofHours(1));

  @Test
  void nobodyWaitsWhereNothingIsInvestigated() throws Exception {
    share.awaitOthersTurn();
    share.awaitConfirmation();
    assertThat(share.isConfirming()).isFalse();
  }

  @Test
  void aSuspectGoesFirstUntilItIsConfirmed() throws Exception {
    share.begin();
    assertThat(share.isConfirming()).isTrue();
    Thread waiting = waiting(share::awaitConfirmation);
    assertThat(waiting.isAlive()).isTrue();
    share.confirmed();
    waiting.join();
    assertThat(share.isConfirming()).isFalse();
  }

  @Test
  void onTheTrueClockItIsAloneToTheEnd() throws Exception {
    share.begin();
    share.confirmed();
    Thread waiting = waiting(share::awaitOthersTurn);
    assertThat(waiting.isAlive()).isTrue();
    share.end();
    waiting.join();
  }

  @Test
  void oneThatFailedKeepsNobody() throws Exception {
    share.begin();
    share.end();
    share.awaitConfirmation();
    share.awaitOthersTurn();
  }

  @Test
  void whatIsUsedUpIsUsedUp() throws Exception {
    var none = new InvestigationShare(Duration.ZERO);
    none.begin();
    assertThat(none.isConfirming()).isFalse();
    none.awaitConfirmation();
    none.awaitOthersTurn();
  }

  private interface Wait {
    void run() throws InterruptedException;
  }

  /** A thread that has come as far as to wait. */
  private static Thread waiting(Wait wait) throws InterruptedException {
    var begun = new CountDownLatch(1);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  begun.countDown();
                  try {
                    wait.run();
                  } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                  }
                });
    begun.await();
    while (thread.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    return thread;
  }
}
