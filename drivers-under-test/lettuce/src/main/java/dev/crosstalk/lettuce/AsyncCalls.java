package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Script;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Set;

/** The API of futures. */
final class AsyncCalls implements Calls {
  static final Bindings<RedisAsyncCommands<String, String>> BINDINGS =
      new Bindings<RedisAsyncCommands<String, String>>()
          .bind("GET", (api, words) -> api.get(words.get(0)))
          .bind("SET", (api, words) -> api.set(words.get(0), words.get(1)))
          .bind("MGET", (api, words) -> api.mget(words.toArray(String[]::new)))
          .bind("INCR", (api, words) -> api.incr(words.get(0)))
          .bind(
              "LRANGE",
              (api, words) ->
                  api.lrange(words.get(0), Words.number(words, 1), Words.number(words, 2)))
          .bind("HGETALL", (api, words) -> api.hgetall(words.get(0)))
          .bind("STRLEN", (api, words) -> api.strlen(words.get(0)))
          .bind("EXISTS", (api, words) -> api.exists(words.toArray(String[]::new)))
          .bind("TYPE", (api, words) -> api.type(words.get(0)))
          .bind("LLEN", (api, words) -> api.llen(words.get(0)))
          .bind("BLPOP", (api, words) -> api.blpop(Words.number(words, 1), words.get(0)))
          .bind("BRPOP", (api, words) -> api.brpop(Words.number(words, 1), words.get(0)))
          .bind("HGET", (api, words) -> api.hget(words.get(0), words.get(1)))
          .bind("SMEMBERS", (api, words) -> api.smembers(words.get(0)))
          .bind("ZSCORE", (api, words) -> api.zscore(words.get(0), words.get(1)))
          .bind(
              "ZRANGE",
              (api, words) ->
                  api.zrangeWithScores(
                      words.get(0), Words.number(words, 1), Words.number(words, 2)))
          .bind("ECHO", (api, words) -> api.echo(words.get(0)))
          .bind("PING", (api, words) -> api.ping())
          .bind("CLIENT TRACKING", (api, words) -> api.clientTracking(Words.tracking(words)))
          .bind(
              Script.EVAL,
              (api, words) ->
                  api.eval(
                      words.get(0), Scripts.type(words), Scripts.keys(words), Scripts.told(words)))
          .bind(
              Script.EVALSHA,
              (api, words) ->
                  api.evalsha(
                      words.get(0), Scripts.type(words), Scripts.keys(words), Scripts.told(words)));

  @Override
  public Set<String> names() {
    return BINDINGS.names();
  }

  @Override
  public InFlight start(
      StatefulRedisConnection<String, String> connection, Command command, Completion completion)
      throws Exception {
    var future = (RedisFuture<?>) BINDINGS.invoke(connection.async(), command);
    future.whenComplete(
        (value, failure) -> completion.complete(Replies.outcomeOf(command, value, failure)));
    return InFlight.of(future.toCompletableFuture());
  }
}
