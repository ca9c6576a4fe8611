package dev.crosstalk.spi;

/**
 * A Redis driver under test. Found through {@link java.util.ServiceLoader} in the class loader of
 * its own driver folder, so an implementation needs a public constructor without arguments.
 */
public interface Driver {

  /** What this driver is and promises. Constant for the life of the process. */
  Declaration declaration();

  /**
   * Opens a client as one application would. May connect, or leave that to the first session.
   *
   * @throws Exception whatever the driver throws; {@link #outcomeOf} says what it means
   */
  Client open(Surroundings surroundings) throws Exception;

  /**
   * The one place where this driver's exceptions become outcomes. {@link FailureMap} finds user
   * code's own failures and reports what it does not know as {@link Outcome.Garbled}.
   */
  Outcome outcomeOf(Throwable failure);
}
