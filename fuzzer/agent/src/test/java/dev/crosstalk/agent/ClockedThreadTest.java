package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ClockedThreadTest {
  private final List<Object> seen = new ArrayList<>();

  /** Its clock moves whenever it parks. */
  private static final class Impatient extends ClockedThread {
    private final boolean clocked;
    private long nanos = 1;
    private int parked;

    Impatient(Runnable task, boolean clocked) {
      super(task, "impatient");
      this.clocked = clocked;
    }

    @Override
    protected boolean isClocked() {
      return clocked;
    }

    @Override
    public long nanoTime() {
      return nanos;
    }

    @Override
    public long currentTimeMillis() {
      return TimeUnit.NANOSECONDS.toMillis(nanos);
    }

    @Override
    protected boolean parkNanos(Object blocker, long forNanos) {
      parked++;
      nanos += forNanos;
      return true;
    }
  }

  private Impatient run(boolean clocked, Runnable task) throws InterruptedException {
    var thread = new Impatient(task, clocked);
    thread.start();
    assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    return thread;
  }

  @Test
  void timedWaitsGoByItsClock() throws InterruptedException {
    Impatient thread =
        run(
            true,
            () -> {
              seen.add(waited(new CountDownLatch(1)));
              seen.add(Instant.now().toEpochMilli());
            });
    assertThat(thread.nanos).isGreaterThanOrEqualTo(TimeUnit.MINUTES.toNanos(1));
    assertThat(seen).containsExactly(false, 60_000L);
  }

  @Test
  void pollsOfAQueueGoByItsClock() throws InterruptedException {
    run(
        true,
        () -> {
          try {
            seen.add(String.valueOf(new LinkedBlockingDeque<>().pollFirst(1, TimeUnit.HOURS)));
          } catch (InterruptedException never) {
            seen.add(never);
          }
        });
    assertThat(seen).containsExactly("null");
  }

  @Test
  void withoutAClockAtPresentItIsAsAnyThread() throws InterruptedException {
    var latch = new CountDownLatch(1);
    latch.countDown();
    Impatient thread = run(false, () -> seen.add(waited(latch)));
    assertThat(seen).containsExactly(true);
    assertThat(thread.parked).isZero();
  }

  private static Object waited(CountDownLatch latch) {
    try {
      return latch.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException never) {
      return never;
    }
  }
}
