package dev.crosstalk.spi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;

/**
 * What a caller whose own timeout has passed completes a driver's future with, in the driver's
 * place. It comes back as any answer does, by way of the adapter's completion, and is known there
 * as nobody's reply.
 */
public enum CallersWord {
  /** An exception, as by {@link CompletableFuture#orTimeout}. */
  TIMEOUT,
  /** A value, as by {@link CompletableFuture#completeOnTimeout}: this constant itself. */
  DEFAULT;

  private static final String GIVEN_UP = "its caller's own timeout has completed it";

  /** Has no message, as that of {@link CompletableFuture#orTimeout} has none. */
  static final class Timeout extends TimeoutException {
    private static final long serialVersionUID = 1L;
  }

  /** Completes a future, unless it is completed. Of another type than this, it takes it anyway. */
  void into(CompletableFuture<Object> future) {
    boolean ignored =
        switch (this) {
          case TIMEOUT -> future.completeExceptionally(new Timeout());
          case DEFAULT -> future.complete(DEFAULT);
        };
  }

  /** What a call has come to that ended so; {@link FailureMap} knows the exception. */
  public static Outcome outcome() {
    return new Outcome.Cancelled(GIVEN_UP);
  }

  /** Whether that is what an adapter reports: the exception, mapped, or the value as it is. */
  public static boolean isIn(Outcome outcome) {
    return outcome.equals(outcome())
        || (outcome instanceof Outcome.Ok(Value.Foreign(String className, String _))
            && className.equals(CallersWord.class.getName()));
  }
}
