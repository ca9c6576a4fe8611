package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Settings;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.csc.CacheConfig;
import redis.clients.jedis.util.Pool;

/**
 * One {@code RedisClient} for all lanes: thread-safe, as its pool is, and recommended for
 * "multi-threaded" use by the javadoc of {@link redis.clients.jedis.Jedis}.
 *
 * <p>A call whose connection broke ends later than its timeout: before it throws, the pool opens a
 * connection in place of the broken one, handshake and all, on the caller's thread (commons-pool2
 * 2.13, <a href="https://issues.apache.org/jira/browse/POOL-431">POOL-431</a>).
 */
final class PoolClient implements Client {
  private final UnifiedJedis redis;
  private final Pool<Connection> pool;
  private final Bindings<UnifiedJedis> commands;

  PoolClient(UnifiedJedis redis, Pool<Connection> pool, Bindings<UnifiedJedis> commands) {
    this.redis = redis;
    this.pool = pool;
    this.commands = commands;
  }

  static PoolClient plain(
      HostAndPort server,
      JedisClientConfig config,
      Settings settings,
      Bindings<UnifiedJedis> commands) {
    ConnectionPoolConfig pool = poolOf(settings);
    return FormerPool.isThere()
        ? FormerPool.plain(pool, server, config).client(commands)
        : CurrentPool.plain(pool, server, config).client(commands);
  }

  /** Keeps replies as its defaults say; a connection that ends takes all of them with it. */
  static PoolClient caching(
      HostAndPort server,
      JedisClientConfig config,
      Settings settings,
      Bindings<UnifiedJedis> commands) {
    ConnectionPoolConfig pool = poolOf(settings);
    CacheConfig cache = CacheConfig.builder().build();
    return FormerPool.isThere()
        ? FormerPool.caching(pool, server, config, cache).client(commands)
        : CurrentPool.caching(pool, server, config, cache).client(commands);
  }

  private static ConnectionPoolConfig poolOf(Settings settings) {
    // Connections are not tested when borrowed, but those that idle get a PING every 30 s: the
    // defaults of ConnectionPoolConfig. There is no pause before a reconnect to configure.
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(settings.poolSize());
    pool.setMaxIdle(settings.poolSize());
    pool.setMaxWait(settings.timeout());
    return pool;
  }

  /** The client itself is what lanes talk to, so closing the session leaves it open. */
  @Override
  public Session session(SessionKind kind) {
    return new BlockingSession<>(redis, commands, () -> !pool.isClosed(), () -> {});
  }

  /** Refuses those who wait for a connection; calls that have one end by reply or timeout. */
  @Override
  public void close() {
    redis.close();
  }
}
