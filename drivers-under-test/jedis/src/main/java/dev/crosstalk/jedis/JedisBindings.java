package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Script;
import java.util.List;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.PipeliningBase;
import redis.clients.jedis.Transaction;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.commands.JedisCommands;

/** Which method of Jedis runs which command, in each of its APIs. */
final class JedisBindings {
  static final Bindings<Jedis> RAW =
      JedisBindings.<Jedis>keyed()
          .bind("ECHO", (jedis, args) -> jedis.echo(args.getFirst()))
          .bind("PING", (jedis, args) -> jedis.ping())
          .bind("SELECT", (jedis, args) -> jedis.select(Integer.parseInt(args.getFirst())));

  /** A {@link Jedis} outside the transactions that it begins. */
  static final Bindings<Jedis> BEFORE_MULTI =
      JedisBindings.<Jedis>keyed()
          .bind("WATCH", (jedis, args) -> jedis.watch(args.toArray(String[]::new)))
          .bind("UNWATCH", (jedis, args) -> jedis.unwatch());

  static final Bindings<Pipeline> PIPELINE =
      JedisBindings.<Pipeline>gathered()
          .bind("SELECT", (block, args) -> block.select(Integer.parseInt(args.getFirst())));

  static final Bindings<Transaction> TRANSACTION = gathered();

  /** {@code RedisClient}, which is there since 7.2, or {@code JedisPooled}, until 8.0. */
  static final Bindings<UnifiedJedis> POOL =
      JedisBindings.<UnifiedJedis>keyed()
          .bind("ECHO", (redis, args) -> redis.echo(args.getFirst()))
          .bind("PING", (redis, args) -> redis.ping());

  private JedisBindings() {}

  /** The commands that both APIs have from an interface in common. */
  private static <A extends JedisCommands> Bindings<A> keyed() {
    return new Bindings<A>()
        .bind("GET", (api, args) -> api.get(args.getFirst()))
        .bind("SET", (api, args) -> api.set(args.get(0), args.get(1)))
        .bind("MGET", (api, args) -> api.mget(args.toArray(String[]::new)))
        .bind("INCR", (api, args) -> api.incr(args.getFirst()))
        .bind(
            "LRANGE",
            (api, args) ->
                api.lrange(args.get(0), Long.parseLong(args.get(1)), Long.parseLong(args.get(2))))
        .bind("STRLEN", (api, args) -> api.strlen(args.getFirst()))
        .bind("EXISTS", (api, args) -> api.exists(args.toArray(String[]::new)))
        .bind("TYPE", (api, args) -> api.type(args.getFirst()))
        .bind("LLEN", (api, args) -> api.llen(args.getFirst()))
        .bind("BLPOP", (api, args) -> api.blpop(Integer.parseInt(args.get(1)), args.get(0)))
        .bind("BRPOP", (api, args) -> api.brpop(Integer.parseInt(args.get(1)), args.get(0)))
        .bind("HGET", (api, args) -> api.hget(args.get(0), args.get(1)))
        .bind("SMEMBERS", (api, args) -> api.smembers(args.getFirst()))
        .bind("ZSCORE", (api, args) -> api.zscore(args.get(0), args.get(1)))
        .bind(
            "ZRANGE",
            (api, args) ->
                api.zrangeWithScores(
                    args.get(0), Long.parseLong(args.get(1)), Long.parseLong(args.get(2))))
        .bind("HGETALL", (api, args) -> api.hgetAll(args.getFirst()))
        .bind(
            Script.EVAL,
            (api, args) -> api.eval(args.get(0), Integer.parseInt(args.get(1)), told(args)))
        .bind(
            Script.EVALSHA,
            (api, args) -> api.evalsha(args.get(0), Integer.parseInt(args.get(1)), told(args)));
  }

  /** The commands that a pipeline and a transaction have in common. */
  private static <A extends PipeliningBase> Bindings<A> gathered() {
    return new Bindings<A>()
        .bind("GET", (block, args) -> block.get(args.getFirst()))
        .bind("SET", (block, args) -> block.set(args.get(0), args.get(1)))
        .bind("MGET", (block, args) -> block.mget(args.toArray(String[]::new)))
        .bind("INCR", (block, args) -> block.incr(args.getFirst()))
        .bind(
            "LRANGE",
            (block, args) ->
                block.lrange(args.get(0), Long.parseLong(args.get(1)), Long.parseLong(args.get(2))))
        .bind("STRLEN", (block, args) -> block.strlen(args.getFirst()))
        .bind("EXISTS", (block, args) -> block.exists(args.toArray(String[]::new)))
        .bind("TYPE", (block, args) -> block.type(args.getFirst()))
        .bind("LLEN", (block, args) -> block.llen(args.getFirst()))
        .bind("BLPOP", (block, args) -> block.blpop(Integer.parseInt(args.get(1)), args.get(0)))
        .bind("BRPOP", (block, args) -> block.brpop(Integer.parseInt(args.get(1)), args.get(0)))
        .bind("HGET", (block, args) -> block.hget(args.get(0), args.get(1)))
        .bind("SMEMBERS", (block, args) -> block.smembers(args.getFirst()))
        .bind("ZSCORE", (block, args) -> block.zscore(args.get(0), args.get(1)))
        .bind(
            "ZRANGE",
            (block, args) ->
                block.zrangeWithScores(
                    args.get(0), Long.parseLong(args.get(1)), Long.parseLong(args.get(2))))
        .bind("HGETALL", (block, args) -> block.hgetAll(args.getFirst()))
        .bind(
            Script.EVAL,
            (block, args) -> block.eval(args.get(0), Integer.parseInt(args.get(1)), told(args)))
        .bind(
            Script.EVALSHA,
            (block, args) -> block.evalsha(args.get(0), Integer.parseInt(args.get(1)), told(args)));
  }

  /** What stands behind a script and the number of its keys. */
  private static String[] told(List<String> args) {
    return args.subList(2, args.size()).toArray(String[]::new);
  }
}
