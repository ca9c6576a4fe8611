package dev.crosstalk.jedis;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;

/**
 * Gives each lane a {@link Jedis}, which connects and shakes hands in its constructor, and with it
 * a session of the variant's kind.
 */
final class RawClient implements Client {
  private final HostAndPort server;
  private final JedisClientConfig config;
  private final BiFunction<Owned, Listener, Session> sessions;
  private final Queue<Jedis> opened = new ConcurrentLinkedQueue<>();

  /**
   * A connection that a session owns.
   *
   * @param alive whether Jedis still takes commands, asked of Jedis: by isBroken it decides itself
   *     what it sends, and what its pool throws away
   */
  record Owned(Jedis jedis, BooleanSupplier alive, Runnable closing) {}

  RawClient(
      HostAndPort server, JedisClientConfig config, BiFunction<Owned, Listener, Session> sessions) {
    this.server = server;
    this.config = config;
    this.sessions = sessions;
  }

  @Override
  public Session session(SessionKind kind) {
    return session(kind, Listener.NONE);
  }

  @Override
  public Session session(SessionKind kind, Listener listener) {
    var jedis = new Jedis(server, config);
    opened.add(jedis);
    return sessions.apply(new Owned(jedis, () -> !jedis.isBroken(), () -> close(jedis)), listener);
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
