package dev.crosstalk.spi;

/** Where commands are started. Used by several lanes at once only under {@link Sharing#SHARED}. */
public interface Session {

  /**
   * Starts a command. A blocking driver returns when the call has ended, any other at once; so does
   * every driver where the command waits in a {@link Block}, whatever it has to send for that. The
   * outcome goes to {@code completion}; an exception thrown from here counts as the outcome that
   * {@link Driver#outcomeOf} makes of it.
   *
   * @return a handle on the call still in flight; {@link InFlight#ENDED} from a blocking driver
   *     outside a block
   */
  InFlight start(Command command, Completion completion) throws Exception;

  /**
   * Whether the driver itself still takes commands on this session, by its own state and never by
   * what the adapter saw. A lane opens another session in place of one that says no.
   */
  boolean usable();

  /** Closes it; calls that wait in a block end. */
  void close() throws Exception;
}
