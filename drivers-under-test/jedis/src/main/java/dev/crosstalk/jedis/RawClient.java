package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;

/** Gives each lane a {@link Jedis}, which connects and shakes hands in its constructor. */
final class RawClient implements Client {
  private final HostAndPort server;
  private final JedisClientConfig config;
  private final Bindings<Jedis> commands;
  private final Queue<Jedis> opened = new ConcurrentLinkedQueue<>();

  RawClient(HostAndPort server, JedisClientConfig config, Bindings<Jedis> commands) {
    this.server = server;
    this.config = config;
    this.commands = commands;
  }

  @Override
  public Session session(SessionKind kind) {
    var jedis = new Jedis(server, config);
    opened.add(jedis);
    // By isBroken Jedis itself decides: what it sends, and what its pool throws away.
    return new BlockingSession<>(jedis, commands, () -> !jedis.isBroken(), () -> close(jedis));
  }

  private void close(Jedis jedis) {
    opened.remove(jedis);
    jedis.close();
  }

  /**
   * Ends calls that other threads still have open. {@link Jedis#close} is theirs alone: it flushes,
   * and would send from here what they are sending.
   */
  @Override
  public void close() throws IOException {
    for (Jedis jedis : opened) {
      jedis.getConnection().forceDisconnect();
    }
    opened.clear();
  }
}
