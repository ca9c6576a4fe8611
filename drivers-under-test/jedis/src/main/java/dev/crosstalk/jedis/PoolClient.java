package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Settings;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.builders.StandaloneClientBuilder;
import redis.clients.jedis.csc.CacheConfig;

/**
 * One {@link RedisClient} for all lanes: thread-safe, as its pool is, and recommended for
 * "multi-threaded" use by the javadoc of {@link redis.clients.jedis.Jedis}.
 *
 * <p>A call whose connection broke ends later than its timeout: before it throws, the pool opens a
 * connection in place of the broken one, handshake and all, on the caller's thread (commons-pool2
 * 2.13, <a href="https://issues.apache.org/jira/browse/POOL-431">POOL-431</a>).
 */
final class PoolClient implements Client {
  private final RedisClient redis;
  private final Bindings<RedisClient> commands;

  private PoolClient(RedisClient redis, Bindings<RedisClient> commands) {
    this.redis = redis;
    this.commands = commands;
  }

  static PoolClient plain(
      HostAndPort server,
      JedisClientConfig config,
      Settings settings,
      Bindings<RedisClient> commands) {
    return new PoolClient(builder(server, config, settings).build(), commands);
  }

  /** Keeps replies as its defaults say; a connection that ends takes all of them with it. */
  static PoolClient caching(
      HostAndPort server,
      JedisClientConfig config,
      Settings settings,
      Bindings<RedisClient> commands) {
    var cache = CacheConfig.builder().build();
    return new PoolClient(builder(server, config, settings).cacheConfig(cache).build(), commands);
  }

  private static StandaloneClientBuilder<RedisClient> builder(
      HostAndPort server, JedisClientConfig config, Settings settings) {
    // Connections are not tested when borrowed, but those that idle get a PING every 30 s: the
    // defaults of ConnectionPoolConfig. There is no pause before a reconnect to configure.
    var pool = new ConnectionPoolConfig();
    pool.setMaxTotal(settings.poolSize());
    pool.setMaxIdle(settings.poolSize());
    pool.setMaxWait(settings.timeout());
    return RedisClient.builder().hostAndPort(server).clientConfig(config).poolConfig(pool);
  }

  /** The client itself is what lanes talk to, so closing the session leaves it open. */
  @Override
  public Session session(SessionKind kind) {
    return new BlockingSession<>(redis, commands, () -> !redis.getPool().isClosed(), () -> {});
  }

  /** Refuses those who wait for a connection; calls that have one end by reply or timeout. */
  @Override
  public void close() {
    redis.close();
  }
}
