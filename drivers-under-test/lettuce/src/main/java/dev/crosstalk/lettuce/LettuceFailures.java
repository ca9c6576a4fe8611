package dev.crosstalk.lettuce;

import dev.crosstalk.spi.FailureMap;
import dev.crosstalk.spi.Outcome;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandInterruptedException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;

/**
 * What Lettuce's exceptions mean. RedisProtocolException, Netty's codec exceptions, casts and
 * whatever an output refuses to take have no row on purpose. Two readings to know: calls that still
 * wait for a connection when {@code close()} comes are cancelled by Lettuce itself and look like
 * those that the caller cancelled; a TimeoutException of the JDK is a {@code close()} that took
 * longer than we wait.
 */
final class LettuceFailures {
  /** What a bare RedisException says to a call whose connection was closed under it. */
  private static final Set<String> LOST = Set.of("Connection closed", "Connection disconnected");

  /** What it says to a call that was not accepted. */
  private static final Set<String> NOT_ACCEPTED =
      Set.of("Connection is closed", "Currently not connected. Commands are rejected.");

  private static final FailureMap ROWS =
      new FailureMap()
          .serverErrors(RedisCommandExecutionException.class)
          .when(RedisCommandTimeoutException.class, Outcome.TimedOut::new)
          .when(ConnectTimeoutException.class, Outcome.TimedOut::new)
          .when(TimeoutException.class, Outcome.TimedOut::new)
          .when(ConnectException.class, Outcome.Refused::new)
          .when(IOException.class, LettuceFailures::ofTheSocket, Outcome.ConnectionLost::new)
          .when(RedisCommandInterruptedException.class, Outcome.Cancelled::new)
          .when(RedisConnectionException.class, Outcome.ConnectionLost::new)
          .when(RedisException.class, it -> says(it, LOST), Outcome.ConnectionLost::new)
          .when(RedisException.class, it -> says(it, NOT_ACCEPTED), Outcome.Refused::new)
          .when(RedisException.class, LettuceFailures::isRefusedToSubscriber, Outcome.Refused::new)
          .when(CancellationException.class, Outcome.Cancelled::new)
          .when(InterruptedException.class, Outcome.Cancelled::new);

  private LettuceFailures() {}

  static Outcome outcomeOf(Throwable failure) {
    return ROWS.outcomeOf(reasonOf(failure));
  }

  /**
   * Two wrap all there is: connecting, even a cast in the handshake, and a blocking call, whatever
   * is not a RuntimeException. What they wrap is what counts.
   */
  private static Throwable reasonOf(Throwable failure) {
    boolean wraps =
        failure instanceof RedisConnectionException || failure.getClass() == RedisException.class;
    return wraps && failure.getCause() != null ? failure.getCause() : failure;
  }

  /** Not every IOException: CharacterCodingException, for one, would be a decoder's. */
  private static boolean ofTheSocket(IOException failure) {
    return failure instanceof SocketException
        || failure instanceof ClosedChannelException
        || failure.getClass() == IOException.class;
  }

  /** Under RESP2 Lettuce itself keeps back what a subscriber may not ask. */
  private static boolean isRefusedToSubscriber(RedisException failure) {
    return failure.getClass() == RedisException.class
        && String.valueOf(failure.getMessage()).contains(" not allowed while subscribed.");
  }

  private static boolean says(RedisException failure, Set<String> messages) {
    return failure.getClass() == RedisException.class && messages.contains(failure.getMessage());
  }
}
