package dev.crosstalk.agent;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Exchanger;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Phaser;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VirtualTimeTest {
  private static final long MINUTE = SECONDS.toNanos(60);

  static Stream<Arguments> waits() {
    return Stream.of(
        wait("sleep", () -> Thread.sleep(60_000)),
        wait("sleep for a duration", () -> Thread.sleep(Duration.ofMinutes(1))),
        wait("parkNanos", () -> LockSupport.parkNanos(MINUTE)),
        wait(
            "parkUntil",
            () -> LockSupport.parkUntil(WorldThread.current().currentTimeMillis() + 60_000)),
        wait("Object.wait", VirtualTimeTest::waitOnObject),
        wait("CompletableFuture.get", () -> timedOut(new CompletableFuture<>()::get)),
        wait("FutureTask.get", () -> timedOut(new FutureTask<>(() -> 1)::get)),
        wait("Exchanger", () -> timedOut((n, unit) -> new Exchanger<>().exchange(1, n, unit))),
        wait(
            "Phaser",
            () -> timedOut((n, unit) -> new Phaser(1).awaitAdvanceInterruptibly(0, n, unit))),
        wait(
            "CountDownLatch",
            () -> assertThat(new CountDownLatch(1).await(1, TimeUnit.MINUTES)).isFalse()),
        wait(
            "LinkedBlockingQueue",
            () -> assertThat(new LinkedBlockingQueue<>().poll(60, SECONDS)).isNull()),
        wait(
            "LinkedBlockingDeque",
            () -> assertThat(new LinkedBlockingDeque<>().poll(60, SECONDS)).isNull()),
        wait(
            "SynchronousQueue",
            () -> assertThat(new SynchronousQueue<>().poll(60, SECONDS)).isNull()),
        wait("Semaphore", () -> assertThat(new Semaphore(0).tryAcquire(60, SECONDS)).isFalse()),
        wait("ReentrantLock", VirtualTimeTest::lock),
        wait("Condition", VirtualTimeTest::awaitCondition),
        wait("join", () -> LoopWorld.lane(LockSupport::park).join(60_000)),
        wait("orTimeout", () -> orTimeout()),
        wait("delayedExecutor", VirtualTimeTest::delayedExecutor),
        wait("ScheduledThreadPoolExecutor", VirtualTimeTest::scheduledPool));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waits")
  void aWaitOfAMinuteTakesOneOfTheWorldAndNoneOfOurs(String name, LoopWorld.ThrowingRunnable wait)
      throws Exception {
    long start = System.nanoTime();
    long taken = LoopWorld.run(wait);
    assertThat(taken).isEqualTo(MINUTE);
    assertThat(System.nanoTime() - start).isLessThan(SECONDS.toNanos(10));
  }

  @Test
  void theClocksOfTheJdkAreTheWorlds() throws Exception {
    LoopWorld.run(
        () -> {
          Thread.sleep(1234);
          assertThat(Instant.now().toEpochMilli()).isEqualTo(1_000_000_001_234L);
          assertThat(Clock.systemUTC().instant()).isEqualTo(Instant.now());
          assertThat(new Date().getTime()).isEqualTo(1_000_000_001_234L);
        });
    assertThat(Instant.now().toEpochMilli()).isGreaterThan(1_700_000_000_000L);
  }

  @Test
  void outsideAWorldAllIsReal() throws Exception {
    long start = System.nanoTime();
    Thread.sleep(20);
    Thread virtual = Thread.ofVirtual().start(() -> LockSupport.parkNanos(20_000_000));
    virtual.join();
    assertThat(new CountDownLatch(1).await(20, MILLISECONDS)).isFalse();
    assertThatThrownBy(() -> new CompletableFuture<>().orTimeout(20, MILLISECONDS).join())
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(System.nanoTime() - start).isGreaterThan(MILLISECONDS.toNanos(75));
    assertThat(WorldThread.current()).isNull();
  }

  @Test
  void asynchronousStagesRunInLanes() throws Exception {
    LoopWorld.run(
        () -> {
          var world = WorldThread.current();
          var ran = CompletableFuture.supplyAsync(WorldThread::current);
          assertThat(ran.get()).isSameAs(world);
          assertThat(ran.thenApplyAsync(seen -> WorldThread.current()).get()).isSameAs(world);
        });
  }

  @Test
  void chanceInsideTheJdkRepeats() throws Exception {
    List<Long> drawn = drawn();
    assertThat(drawn()).isEqualTo(drawn).doesNotHaveDuplicates();
  }

  @Test
  void thisJdkIsSupported() throws UnsupportedJdkException {
    Lanes.requireSupported();
    assertThat(Agent.isInstalled()).isTrue();
  }

  private static List<Long> drawn() throws Exception {
    List<Long> drawn = new ArrayList<>();
    LoopWorld.run(
        () -> {
          drawn.add(ThreadLocalRandom.current().nextLong());
          drawn.add(new Random().nextLong());
        });
    return drawn;
  }

  private static Arguments wait(String name, LoopWorld.ThrowingRunnable wait) {
    return Arguments.of(name, wait);
  }

  private static void waitOnObject() throws InterruptedException {
    var lock = new Object();
    synchronized (lock) {
      lock.wait(60_000);
    }
  }

  private static void lock() throws InterruptedException {
    var lock = new ReentrantLock();
    LoopWorld.lane(
        () -> {
          lock.lock();
          LockSupport.park();
        });
    Thread.yield();
    assertThat(lock.tryLock(60, SECONDS)).isFalse();
  }

  private static void awaitCondition() throws InterruptedException {
    var lock = new ReentrantLock();
    lock.lock();
    assertThat(lock.newCondition().awaitNanos(MINUTE)).isLessThanOrEqualTo(0);
  }

  private static void orTimeout() {
    assertThatThrownBy(() -> new CompletableFuture<>().orTimeout(60, SECONDS).join())
        .hasCauseInstanceOf(TimeoutException.class);
  }

  private static void delayedExecutor() throws Exception {
    var world = WorldThread.current();
    var after = CompletableFuture.delayedExecutor(60, SECONDS);
    assertThat(CompletableFuture.supplyAsync(WorldThread::current, after).get()).isSameAs(world);
  }

  private static void scheduledPool() throws Exception {
    var world = WorldThread.current();
    try (var pool = new ScheduledThreadPoolExecutor(2)) {
      assertThat(pool.schedule(WorldThread::current, 60, SECONDS).get()).isSameAs(world);
      pool.shutdown();
      assertThat(pool.awaitTermination(5, SECONDS)).isTrue();
    }
  }

  private static void timedOut(TimedWait wait) {
    assertThatThrownBy(() -> wait.await(60, SECONDS)).isInstanceOf(TimeoutException.class);
  }

  private interface TimedWait {
    Object await(long timeout, TimeUnit unit) throws Exception;
  }
}
