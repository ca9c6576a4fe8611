package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Session;
import io.lettuce.core.RedisChannelHandler;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.concurrent.TimeUnit;

/** One connection and one of its APIs; finds its way back by itself when it is lost. */
final class LettuceSession implements Session {
  private final StatefulRedisConnection<String, String> connection;
  private final Calls calls;

  LettuceSession(StatefulRedisConnection<String, String> connection, Calls calls) {
    this.connection = connection;
    this.calls = calls;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    return calls.start(connection, command, completion);
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
