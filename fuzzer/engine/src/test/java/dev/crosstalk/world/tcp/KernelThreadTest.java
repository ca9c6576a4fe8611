package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

class KernelThreadTest {
  private static final Duration LONG = Duration.ofSeconds(20);

  @Test
  void whoAsksIsAwake() {
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
      assertThat(seen.stillSleeps(asleep)).isTrue();
      LockSupport.unpark(thread);
      assertThat(seen.stillSleeps(asleep)).isFalse();
      assertThat(asleep(seen)).isGreaterThan(asleep);
      over[0] = true;
      LockSupport.unpark(thread);
      assertThat(thread.join(LONG)).isTrue();
      assertThat(seen.sleep()).isEqualTo(KernelThread.ENDED);
    }
  }

  /** What runs at the kernel is awake whatever the JVM says, and the other way round. */
  @Test
  void aThreadSleepsInASelectorUntilItIsWoken() throws Exception {
    try (Selector selector = Selector.open()) {
      var selecting = new CompletableFuture<KernelThread>();
      Thread thread =
          Thread.ofPlatform()
              .daemon()
              .start(
                  () -> {
                    selecting.complete(KernelThread.current());
                    select(selector);
                  });
      try (KernelThread seen = selecting.get()) {
        long asleep = asleep(seen);
        assertThat(seen.stillSleeps(asleep)).isTrue();
        assertThat(seen.lockOwner()).isEmpty();
        selector.wakeup();
        assertThat(seen.stillSleeps(asleep)).isFalse();
        assertThat(thread.join(LONG)).isTrue();
        assertThat(seen.sleep()).isEqualTo(KernelThread.ENDED);
      }
    }
  }

  private static void select(Selector selector) {
    try {
      selector.select();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Test
  void aThreadThatWaitsForAMonitorOrALockSaysWhoHasIt() throws Exception {
    var monitor = new Object();
    var lock = new ReentrantLock();
    long me = Thread.currentThread().threadId();
    synchronized (monitor) {
      assertOwner(
          me,
          () -> {
            synchronized (monitor) {
              monitor.notifyAll();
            }
          });
    }
    lock.lock();
    try {
      assertOwner(
          me,
          () -> {
            lock.lock();
            lock.unlock();
          });
    } finally {
      lock.unlock();
    }
  }

  private static void assertOwner(long owner, Runnable wait) throws Exception {
    var waiting = new CompletableFuture<KernelThread>();
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              waiting.complete(KernelThread.current());
              wait.run();
            });
    try (KernelThread seen = waiting.get()) {
      assertThat(asleep(seen)).isPositive();
      assertThat(seen.lockOwner()).hasValue(owner);
    }
  }

  private static long asleep(KernelThread thread) {
    long deadline = System.nanoTime() + LONG.toNanos();
    long sleep = thread.sleep();
    while ((sleep < 0 || !thread.stillSleeps(sleep)) && System.nanoTime() < deadline) {
      Thread.onSpinWait();
      sleep = thread.sleep();
    }
    assertThat(sleep).isPositive();
    return sleep;
  }
}
