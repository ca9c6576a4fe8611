package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.TimeUnit;

/** One connection and its asynchronous API; finds its way back by itself when it is lost. */
final class LettuceSession implements Session {
  private final StatefulRedisConnection<String, String> connection;

  LettuceSession(StatefulRedisConnection<String, String> connection) {
    this.connection = connection;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    RedisFuture<?> future = LettuceCommands.invoke(connection.async(), command);
    future.whenComplete(
        (value, failure) -> completion.complete(outcomeOf(command, value, failure)));
    return () -> future.cancel(true);
  }

  private static Outcome outcomeOf(Command command, Object value, Throwable failure) {
    if (failure != null) {
      return LettuceFailures.outcomeOf(failure);
    }
    try {
      return new Outcome.Ok(Value.of(LettuceCommands.returned(command, value)));
    } catch (RuntimeException unreadable) {
      // Thrown on, it would end in a future that nobody looks at and the call would seem to hang.
      return LettuceFailures.outcomeOf(unreadable);
    }
  }

  /** {@code isOpen()} would not do: it says no while the connection is being found again. */
  @Override
  public boolean usable() {
    return !(connection instanceof RedisChannelHandler<?, ?> handler) || !handler.isClosed();
  }

  @Override
  public void close() throws Exception {
    connection.closeAsync().get(LettuceClient.CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
  }
}
