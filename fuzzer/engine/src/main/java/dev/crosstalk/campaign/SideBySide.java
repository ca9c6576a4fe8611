package dev.crosstalk.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Runs cases side by side, a bounded number at a time, and gives results in the order asked. */
final class SideBySide implements AutoCloseable {
  private final ExecutorService threads;

  SideBySide(int atOnce) {
    threads =
        Executors.newFixedThreadPool(
            atOnce, Thread.ofPlatform().daemon().name("crosstalk-replay-", 0).factory());
  }

  /** Runs a task on each input; throws what the first failing one threw. */
  <I, O> List<O> map(List<I> inputs, Function<I, O> task) {
    var futures = new ArrayList<Future<O>>();
    for (I input : inputs) {
      futures.add(threads.submit(() -> task.apply(input)));
    }
    var results = new ArrayList<O>();
    try {
      for (Future<O> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while replaying", interrupted);
    } catch (ExecutionException failed) {
      throw failed.getCause() instanceof RuntimeException ours
          ? ours
          : new IllegalStateException(failed.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
