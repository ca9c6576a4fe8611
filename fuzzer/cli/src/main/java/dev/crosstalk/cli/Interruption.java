package dev.crosstalk.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a campaign end in order when the process is told to end. The JVM exits with 130 after SIGINT
 * as soon as its shutdown hooks are done, whatever the main thread does; so the hook waits for it.
 */
final class Interruption implements AutoCloseable {
  private static final long WAIT_SECONDS_MAX = 30;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook;

  /**
   * Listens from now on.
   *
   * @param stop asks for the end; returns at once
   */
  Interruption(Runnable stop) {
    this.hook =
        new Thread(
            () -> {
              stop.run();
              awaitDone();
            },
            "crosstalk-interrupted");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void awaitDone() {
    try {
      if (!done.await(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
        System.err.println("crosstalk: gave up waiting for the end of what was under way");
      }
    } catch (InterruptedException alsoTheEnd) {
      Thread.currentThread().interrupt();
    }
  }

  /** Everything is saved and printed. */
  @Override
  public void close() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs already and has just been let go.
    }
  }
}
