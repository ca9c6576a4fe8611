package dev.crosstalk.world.simulated;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.BlockingQueue;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The thread that is a world: runs what it is given, one after the other. */
final class SimulatedThread extends Thread {
  private static final MethodHandle CURRENT_CARRIER = currentCarrier();

  private final SimulatedWorld world;
  private final BlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private volatile boolean over;

  SimulatedThread(String name, SimulatedWorld world) {
    super(null, null, name, 0, false);
    this.world = world;
    setDaemon(true);
  }

  private static MethodHandle currentCarrier() {
    try {
      return MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup())
          .findStatic(Thread.class, "currentCarrierThread", MethodType.methodType(Thread.class));
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** The world's thread that the caller runs on, be it inside a lane; else null. */
  static SimulatedThread current() {
    try {
      return (Thread) CURRENT_CARRIER.invokeExact() instanceof SimulatedThread found ? found : null;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
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
}
