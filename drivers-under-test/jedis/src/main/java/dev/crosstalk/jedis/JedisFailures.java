package dev.crosstalk.jedis;

import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * What Jedis throws and what it means, read off the source of 8.0 and tried with 8.0.2.
 *
 * <p>{@link JedisConnectionException} stands for a lost connection and for a reply that could not
 * be read ("Unknown reply", "Unexpected character!") alike. Therefore no row takes the class as it
 * is: a loss has an {@link IOException} as its cause or one exact message, and the rest is left to
 * be garbled. Even "It seems like server has closed the connection." is: it is said of an empty
 * line ({@code RedisInputStream.readLine}), never of a connection that ended.
 */
final class JedisFailures {
  private static final FailureMap MAP =
      new FailureMap()
          .serverErrors(JedisDataException.class)
          // Found broken before anything was sent.
          .when(
              JedisConnectionException.class,
              says("Attempting to write to a broken connection."),
              Outcome.Refused::new)
          // Closed by another thread when the request was already out.
          .when(
              JedisConnectionException.class,
              says("Attempting to read from a broken connection."),
              Outcome.ConnectionLost::new)
          .when(
              JedisConnectionException.class,
              failure -> failedToConnect(failure, SocketTimeoutException.class),
              Outcome.TimedOut::new)
          .when(
              JedisConnectionException.class,
              failure -> failedToConnect(failure, IOException.class),
              Outcome.Refused::new)
          .when(
              JedisConnectionException.class,
              failure -> failure.getCause() instanceof SocketTimeoutException,
              Outcome.TimedOut::new)
          .when(
              JedisConnectionException.class,
              failure -> failure.getCause() instanceof IOException,
              Outcome.ConnectionLost::new)
          .when(
              JedisConnectionException.class,
              says("Unexpected end of stream."),
              Outcome.ConnectionLost::new)
          .when(JedisException.class, JedisFailures::poolRefuses, Outcome.Refused::new)
          // Nobody has subscribed yet.
          .when(
              JedisException.class,
              failure ->
                  String.valueOf(failure.getMessage())
                      .endsWith(" is not connected to a Connection."),
              Outcome.Refused::new);

  private JedisFailures() {}

  static Outcome outcomeOf(Throwable failure) {
    // In place of the server's words on HELLO Jedis puts its own, and theirs into the cause: by an
    // exception that is there since 8.0.
    boolean reworded =
        failure.getClass().getSimpleName().equals("JedisProtocolNotSupportedException")
            && failure.getCause() instanceof JedisDataException;
    return MAP.outcomeOf(reworded ? failure.getCause() : activating(failure));
  }

  /** Why a connection could not be brought back to its database, for the pool to lend it. */
  private static Throwable activating(Throwable failure) {
    Throwable pools = failure.getCause();
    return pools instanceof NoSuchElementException
            && String.valueOf(pools.getMessage()).startsWith("Unable to activate object")
            && pools.getCause() != null
        ? pools.getCause()
        : failure;
  }

  private static <T extends Throwable> Predicate<T> says(String message) {
    return failure -> message.equals(failure.getMessage());
  }

  /** Why an address did not answer, Jedis says in what it suppressed, not in the cause. */
  private static boolean failedToConnect(Throwable failure, Class<? extends IOException> why) {
    return String.valueOf(failure.getMessage()).startsWith("Failed to connect to ")
        && failure.getSuppressed().length > 0
        && Arrays.stream(failure.getSuppressed()).allMatch(why::isInstance);
  }

  /**
   * Whether the pool had no connection to give: all in use until the wait was over, or closed. A
   * pool that is closed interrupts those who wait. By their messages, because under the same "Could
   * not get a resource from the pool" stands whatever a handshake broke on, such as the {@link
   * NoSuchElementException} of a HELLO reply with an odd number of elements.
   */
  private static boolean poolRefuses(JedisException failure) {
    Throwable cause = failure.getCause();
    String why = cause == null ? "" : String.valueOf(cause.getMessage());
    return cause instanceof InterruptedException
        || (cause instanceof NoSuchElementException && why.startsWith("Timeout waiting for idle"))
        || (cause instanceof IllegalStateException && why.startsWith("Pool not open"));
  }
}
