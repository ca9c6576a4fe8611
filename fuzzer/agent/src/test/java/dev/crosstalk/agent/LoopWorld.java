package dev.crosstalk.agent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** The smallest world: lanes run first come, first served; the clock jumps when none can. */
final class LoopWorld extends WorldThread {
  private static final int TURNS_MAX = 5_000_000;
  private static final long START = 1_000_000_000;

  private final ArrayDeque<Runnable> ready = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(
          Comparator.comparingLong((Timer timer) -> timer.due)
              .thenComparingLong(timer -> timer.number));
  private final Random random = new Random(7);
  private final List<Throwable> failures = new ArrayList<>();
  private final Executor scheduler = this::execute;
  private final ThrowingRunnable main;
  private int foreign;
  private long now = START;
  private long number;

  private LoopWorld(ThrowingRunnable main) {
    super("world");
    this.main = main;
  }

  /** Runs a lane, and all it starts, to their end; returns the virtual nanoseconds that took. */
  static long run(ThrowingRunnable main) throws Exception {
    var world = new LoopWorld(main);
    world.start();
    world.join(60_000);
    if (world.isAlive()) {
      var hung = new AssertionError("the world hangs");
      hung.setStackTrace(world.getStackTrace());
      throw hung;
    }
    for (Throwable failure : world.failures) {
      throw new AssertionError(failure);
    }
    if (world.foreign > 0 || world.monitors().size() > 0) {
      throw new AssertionError(world.foreign + " foreign calls, locks " + world.monitors().size());
    }
    return world.now - START;
  }

  /** Starts another lane of the caller's world. */
  static Thread lane(ThrowingRunnable task) {
    var world = (LoopWorld) WorldThread.current();
    Thread lane = world.unstartedLane(world.guarded(task), "lane");
    lane.start();
    return lane;
  }

  /** Runs outside any lane of the caller's world, once its lanes rest. */
  static void outside(Runnable task) {
    ((LoopWorld) WorldThread.current()).ready.add(task);
  }

  static <T> T unchecked(Callable<T> task) {
    try {
      return task.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void run() {
    try {
      unstartedLane(guarded(main), "main").start();
      for (int turns = 0; turns < TURNS_MAX && turn(); turns++) {}
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  private boolean turn() {
    Runnable next = ready.poll();
    if (next == null) {
      Timer timer = timers.poll();
      if (timer == null) {
        return false;
      }
      now = Math.max(now, timer.due);
      next = timer.task;
    }
    next.run();
    return true;
  }

  private Runnable guarded(ThrowingRunnable task) {
    return () -> {
      try {
        task.run();
      } catch (Throwable e) {
        failures.add(e);
      }
    };
  }

  private void execute(Runnable task) {
    if (WorldThread.current() != this) {
      foreign++;
    }
    ready.add(task);
  }

  @Override
  public long nanoTime() {
    return now;
  }

  @Override
  public long currentTimeMillis() {
    return 999_999_999_000L + now / 1_000_000;
  }

  @Override
  public Cancel schedule(Runnable task, long delayNanos) {
    var timer = new Timer(now + Math.max(0, delayNanos), number++, task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public Thread unstartedLane(Runnable task, String name) {
    return Lanes.unstarted(scheduler, name, task, random);
  }

  @Override
  public Random random() {
    return random;
  }

  /** What a lane of a test does. */
  @FunctionalInterface
  interface ThrowingRunnable {
    void run() throws Exception;
  }

  private record Timer(long due, long number, Runnable task) {}
}
