package dev.crosstalk.world.simulated;

import dev.crosstalk.agent.WorldThread;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The thread that is a world: runs what it is given, one after the other. */
final class SimulatedThread extends WorldThread {
  /** The time of day at which every world begins: 2026-01-01. */
  private static final long EPOCH_MILLIS = 1_767_225_600_000L;

  /** Zero is no time to the JDK's waits. */
  private static final long ORIGIN_NANOS = 1_000_000_000L;

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final SimulatedWorld world;
  private final Random random = new Random(0);
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private volatile boolean over;

  SimulatedThread(String name, SimulatedWorld world) {
    super(name);
    this.world = world;
    setDaemon(true);
  }

  SimulatedWorld world() {
    return world;
  }

  <T> T call(Callable<T> task, Duration within)
      throws InterruptedException, ExecutionException, TimeoutException {
    var future = new FutureTask<>(task);
    tasks.add(future);
    return future.get(within.toNanos(), TimeUnit.NANOSECONDS);
  }

  void end() {
    over = true;
    tasks.add(() -> {});
  }

  /** Chance begins anew with each case. */
  void seed(long seed) {
    random.setSeed(seed);
  }

  @Override
  public void run() {
    try {
      while (!over) {
        tasks.take().run();
      }
    } catch (InterruptedException ended) {
      // Only to end it would somebody interrupt this thread.
    }
  }

  @Override
  public long nanoTime() {
    return ORIGIN_NANOS + world.clock().nanos();
  }

  @Override
  public long currentTimeMillis() {
    return EPOCH_MILLIS + world.clock().nanos() / NANOS_PER_MILLI;
  }

  @Override
  public Cancel schedule(Runnable task, long delayNanos) {
    var alarm = new Alarm(task);
    world.clock().set(alarm, world.clock().nanos() + delayNanos);
    return () -> world.clock().unset(alarm);
  }

  @Override
  public Thread unstartedLane(Runnable task, String name) {
    return world.threads().unstarted(name, task);
  }

  @Override
  public Random random() {
    return random;
  }
}
