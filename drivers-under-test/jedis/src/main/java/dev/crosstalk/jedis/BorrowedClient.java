package dev.crosstalk.jedis;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import java.util.function.BiFunction;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.JedisPoolConfig;

/**
 * Lends each session a {@link Jedis} of a {@link JedisPool}; closing the session gives it back,
 * with whatever it was used for not ended: {@code Jedis.close()} is to undo that. The pool makes as
 * many connections as are asked for, since callers who hold what they borrowed would wait for each
 * other. Deprecated as it is since 8.0, it is all that lends what SELECT can be asked of.
 */
@SuppressWarnings("deprecation")
final class BorrowedClient implements Client {
  private final JedisPool pool;
  private final BiFunction<RawClient.Owned, Listener, Session> sessions;

  BorrowedClient(
      HostAndPort server,
      JedisClientConfig config,
      BiFunction<RawClient.Owned, Listener, Session> sessions) {
    // Those that idle are asked for a PING every 30 s, and closed when idle for a minute.
    var unbounded = new JedisPoolConfig();
    unbounded.setMaxTotal(-1);
    this.pool = new JedisPool(unbounded, server, config);
    this.sessions = sessions;
  }

  @Override
  public Session session(SessionKind kind) {
    Jedis jedis = pool.getResource();
    return sessions.apply(
        new RawClient.Owned(jedis, () -> !jedis.isBroken(), jedis::close), Listener.NONE);
  }

  /** Closes those that idle; what is lent is closed when it comes back. */
  @Override
  public void close() {
    pool.close();
  }
}
