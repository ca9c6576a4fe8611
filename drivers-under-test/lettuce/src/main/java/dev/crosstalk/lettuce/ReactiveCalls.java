package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import io.lettuce.core.KeyValue;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.reactive.RedisReactiveCommands;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** The API of publishers: a call starts when it is subscribed to, which is at once. */
final class ReactiveCalls implements Calls {
  private static final Bindings<RedisReactiveCommands<String, String>> BINDINGS =
      new Bindings<RedisReactiveCommands<String, String>>()
          .bind("GET", (api, words) -> api.get(words.get(0)))
          .bind("SET", (api, words) -> api.set(words.get(0), words.get(1)))
          .bind("MGET", (api, words) -> api.mget(words.toArray(String[]::new)).collectList())
          .bind("INCR", (api, words) -> api.incr(words.get(0)))
          .bind(
              "LRANGE",
              (api, words) ->
                  api.lrange(words.get(0), Words.number(words, 1), Words.number(words, 2))
                      .collectList())
          .bind(
              "HGETALL",
              (api, words) ->
                  api.hgetall(words.get(0))
                      .collectMap(KeyValue::getKey, KeyValue::getValue, LinkedHashMap::new))
          .bind("STRLEN", (api, words) -> api.strlen(words.get(0)))
          .bind("EXISTS", (api, words) -> api.exists(words.toArray(String[]::new)))
          .bind("TYPE", (api, words) -> api.type(words.get(0)))
          .bind("LLEN", (api, words) -> api.llen(words.get(0)))
          .bind("BLPOP", (api, words) -> api.blpop(Words.number(words, 1), words.get(0)))
          .bind("BRPOP", (api, words) -> api.brpop(Words.number(words, 1), words.get(0)))
          .bind("HGET", (api, words) -> api.hget(words.get(0), words.get(1)))
          .bind(
              "SMEMBERS",
              (api, words) ->
                  api.smembers(words.get(0)).collect(Collectors.toCollection(LinkedHashSet::new)))
          .bind("ZSCORE", (api, words) -> api.zscore(words.get(0), words.get(1)))
          .bind(
              "ZRANGE",
              (api, words) ->
                  api.zrangeWithScores(words.get(0), Words.number(words, 1), Words.number(words, 2))
                      .collectList())
          .bind("ECHO", (api, words) -> api.echo(words.get(0)))
          .bind("PING", (api, words) -> api.ping())
          .bind("CLIENT TRACKING", (api, words) -> api.clientTracking(Words.tracking(words)))
          .bind(
              Script.EVAL,
              (api, words) ->
                  api.eval(
                          words.get(0),
                          Scripts.type(words),
                          Scripts.keys(words),
                          Scripts.told(words))
                      .singleOrEmpty())
          .bind(
              Script.EVALSHA,
              (api, words) ->
                  api.evalsha(
                          words.get(0),
                          Scripts.type(words),
                          Scripts.keys(words),
                          Scripts.told(words))
                      .singleOrEmpty());

  @Override
  public Set<String> names() {
    return BINDINGS.names();
  }

  /** One who disposes of a subscription is told nothing more, so that outcome is our own word. */
  @Override
  public InFlight start(
      StatefulRedisConnection<String, String> connection, Command command, Completion completion)
      throws Exception {
    var call = (Mono<?>) BINDINGS.invoke(connection.reactive(), command);
    Disposable subscription =
        call.doOnCancel(() -> completion.complete(new Outcome.Cancelled("disposed of")))
            .materialize()
            .subscribe(
                end ->
                    completion.complete(Replies.outcomeOf(command, end.get(), end.getThrowable())));
    return subscription::dispose;
  }
}
