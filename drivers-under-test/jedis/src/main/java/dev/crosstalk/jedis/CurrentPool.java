package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.builders.StandaloneClientBuilder;
import redis.clients.jedis.csc.CacheConfig;

/** {@link RedisClient}; apart from whoever opens it, since versions before 7.2 lack it. */
record CurrentPool(RedisClient redis) {

  static CurrentPool plain(
      ConnectionPoolConfig pool, HostAndPort server, JedisClientConfig config) {
    return new CurrentPool(builder(pool, server, config).build());
  }

  static CurrentPool caching(
      ConnectionPoolConfig pool, HostAndPort server, JedisClientConfig config, CacheConfig cache) {
    return new CurrentPool(builder(pool, server, config).cacheConfig(cache).build());
  }

  private static StandaloneClientBuilder<RedisClient> builder(
      ConnectionPoolConfig pool, HostAndPort server, JedisClientConfig config) {
    return RedisClient.builder().hostAndPort(server).clientConfig(config).poolConfig(pool);
  }

  PoolClient client(Bindings<UnifiedJedis> commands) {
    return new PoolClient(redis, redis.getPool(), commands);
  }
}
