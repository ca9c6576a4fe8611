package dev.crosstalk.spi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A driver's exceptions and what they mean, row by row, the first that fits. Wrappers of the JDK
 * ({@link CompletionException}, {@link ExecutionException}) are taken off first; a failure of user
 * code anywhere in the causes goes before every row, and so do the {@link InterruptedException} of
 * an interrupted caller and the exception by which a caller completes a future itself; what fits no
 * row is {@link Outcome.Garbled}.
 */
public final class FailureMap {
  private final List<Function<Throwable, Optional<Outcome>>> rows = new ArrayList<>();

  /** A row for a class of exceptions; {@code outcome} is given {@link #describe}. */
  public FailureMap when(Class<? extends Throwable> type, Function<String, Outcome> outcome) {
    return when(type, failure -> true, outcome);
  }

  /** A row for those of a class that also pass a test. */
  public <T extends Throwable> FailureMap when(
      Class<T> type, Predicate<T> test, Function<String, Outcome> outcome) {
    rows.add(
        failure ->
            type.isInstance(failure) && test.test(type.cast(failure))
                ? Optional.of(outcome.apply(describe(failure)))
                : Optional.empty());
    return this;
  }

  /** A row for the class in which the driver hands on the server's errors, message unchanged. */
  public FailureMap serverErrors(Class<? extends Throwable> type) {
    rows.add(
        failure ->
            type.isInstance(failure)
                ? Optional.of(new Outcome.ServerError(String.valueOf(failure.getMessage())))
                : Optional.empty());
    return this;
  }

  /** What the first row that fits makes of it. */
  public Outcome outcomeOf(Throwable thrown) {
    Throwable failure = unwrapped(thrown);
    if (UserCode.failedIn(failure)) {
      return new Outcome.UserCodeFailed(describe(failure));
    }
    if (failure instanceof CallersWord.Timeout) {
      return CallersWord.outcome();
    }
    if (failure instanceof InterruptedException) {
      return new Outcome.Cancelled(describe(failure));
    }
    for (var row : rows) {
      Optional<Outcome> outcome = row.apply(failure);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Outcome.Garbled(describe(failure));
  }

  /** Class and message of a failure, and of its cause if it has one: one line for people. */
  public static String describe(Throwable failure) {
    String own = failure.getClass().getSimpleName() + ": " + failure.getMessage();
    Throwable cause = failure.getCause();
    String line =
        cause == null
            ? own
            : own + " (" + cause.getClass().getSimpleName() + ": " + cause.getMessage() + ")";
    return line.replace("\r", "\\r").replace("\n", "\\n");
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable failure = thrown;
    while ((failure instanceof CompletionException || failure instanceof ExecutionException)
        && failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure;
  }
}
