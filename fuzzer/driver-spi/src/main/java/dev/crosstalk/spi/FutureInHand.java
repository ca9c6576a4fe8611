package dev.crosstalk.spi;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A call whose future is in its caller's hands. */
record FutureInHand(CompletableFuture<?> future) implements InFlight {

  @Override
  public void cancel() {
    future.cancel(true);
  }

  /** A wait that is over as it begins: when the caller's patience ends, is the scenario's word. */
  @Override
  public void giveUp() {
    try {
      Object ignored = future.get(0, TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException over) {
      // What the call came to is told by its completion.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** To a future all types are one, and its driver does not look at what others put into it. */
  @SuppressWarnings("unchecked")
  @Override
  public void complete(CallersWord word) {
    word.into((CompletableFuture<Object>) future);
  }
}
