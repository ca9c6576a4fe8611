package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class KernelThreadTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void whoAsksIsAwake() throws IOException {
    try (var self = KernelThread.current()) {
      assertThat(self.sleep()).isEqualTo(KernelThread.AWAKE);
    }
  }

  @Test
  void aParkedThreadSleepsOnUntilItIsUnparked() throws Exception {
    var parked = new CompletableFuture<KernelThread>();
    boolean[] over = {false};
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  parked.complete(KernelThread.current());
                  while (!over[0]) {
                    LockSupport.park();
                  }
                });
    try (KernelThread seen = parked.get()) {
      long asleep = asleep(seen);
      assertThat(seen.sleep()).isEqualTo(asleep);
      LockSupport.unpark(thread);
      assertThat(seen.sleep()).isNotEqualTo(asleep);
      assertThat(asleep(seen)).isGreaterThan(asleep);
      over[0] = true;
      LockSupport.unpark(thread);
      assertThat(thread.join(LONG)).isTrue();
      assertThat(seen.sleep()).isEqualTo(KernelThread.ENDED);
    }
  }

  private static long asleep(KernelThread thread) {
    long deadline = System.nanoTime() + LONG.toNanos();
    long sleep = thread.sleep();
    while (sleep < 0 && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      sleep = thread.sleep();
    }
    assertThat(sleep).isPositive();
    return sleep;
  }
}
