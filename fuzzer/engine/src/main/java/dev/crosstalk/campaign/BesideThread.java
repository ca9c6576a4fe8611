package dev.crosstalk.campaign;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Executors with one thread that is there from the start: what a simulated world's thread starts
 * becomes a lane of that world, so it may hand over tasks, but start no thread of ours.
 */
final class BesideThread {

  private BesideThread() {}

  /** With a queue that takes all. */
  static ExecutorService named(String name) {
    return started(name, new LinkedBlockingQueue<>());
  }

  /** With a queue that refuses what is more than that. */
  static ExecutorService named(String name, int waitingMax) {
    return started(name, new ArrayBlockingQueue<>(waitingMax));
  }

  private static ExecutorService started(String name, BlockingQueue<Runnable> queue) {
    var executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            queue,
            Thread.ofPlatform().daemon().name(name).factory(),
            new ThreadPoolExecutor.AbortPolicy());
    int ignored = executor.prestartAllCoreThreads();
    return executor;
  }
}
