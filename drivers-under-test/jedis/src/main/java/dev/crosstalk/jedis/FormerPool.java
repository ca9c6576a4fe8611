package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import java.lang.reflect.InvocationTargetException;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.csc.CacheConfig;
import redis.clients.jedis.util.Pool;

/**
 * What stood in the place of {@code RedisClient} before 7.2: {@code JedisPooled}. As 8.0 has it no
 * more, it is spoken to by reflection.
 */
record FormerPool(UnifiedJedis redis, Pool<Connection> pool) {
  private static final String NAME = "redis.clients.jedis.JedisPooled";
  private static final String SUCCESSOR = "redis.clients.jedis.RedisClient";

  /** Whether this version has nothing better. */
  static boolean isThere() {
    try {
      return Class.forName(SUCCESSOR, false, FormerPool.class.getClassLoader()) == null;
    } catch (ClassNotFoundException before) {
      return true;
    }
  }

  static FormerPool plain(ConnectionPoolConfig pool, HostAndPort server, JedisClientConfig config) {
    return open(
        new Class<?>[] {HostAndPort.class, JedisClientConfig.class, GenericObjectPoolConfig.class},
        server,
        config,
        pool);
  }

  /** Since 5.2. */
  static FormerPool caching(
      ConnectionPoolConfig pool, HostAndPort server, JedisClientConfig config, CacheConfig cache) {
    return open(
        new Class<?>[] {
          HostAndPort.class,
          JedisClientConfig.class,
          CacheConfig.class,
          GenericObjectPoolConfig.class
        },
        server,
        config,
        cache,
        pool);
  }

  @SuppressWarnings("unchecked")
  private static FormerPool open(Class<?>[] types, Object... arguments) {
    try {
      Class<?> type = Class.forName(NAME);
      Object redis = type.getConstructor(types).newInstance(arguments);
      Object pool = type.getMethod("getPool").invoke(redis);
      return new FormerPool((UnifiedJedis) redis, (Pool<Connection>) pool);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new IllegalStateException(failed);
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(missing);
    }
  }

  PoolClient client(Bindings<UnifiedJedis> commands) {
    return new PoolClient(redis, pool, commands);
  }
}
