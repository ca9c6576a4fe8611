package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Subscribing;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.pubsub.api.async.RedisPubSubAsyncCommands;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The API of futures on a connection that also subscribes. */
final class PubSubCalls implements Calls {
  private static final Bindings<RedisPubSubAsyncCommands<String, String>> SUBSCRIBING =
      new Bindings<RedisPubSubAsyncCommands<String, String>>()
          .bind(Subscribing.SUBSCRIBE, (api, words) -> api.subscribe(words.toArray(String[]::new)))
          .bind(
              Subscribing.PSUBSCRIBE, (api, words) -> api.psubscribe(words.toArray(String[]::new)))
          .bind(
              Subscribing.UNSUBSCRIBE,
              (api, words) -> api.unsubscribe(words.toArray(String[]::new)))
          .bind(
              Subscribing.PUNSUBSCRIBE,
              (api, words) -> api.punsubscribe(words.toArray(String[]::new)));

  private final AsyncCalls others = new AsyncCalls();

  @Override
  public Set<String> names() {
    var names = new TreeSet<>(others.names());
    names.addAll(SUBSCRIBING.names());
    return names;
  }

  @Override
  public InFlight start(
      StatefulRedisConnection<String, String> connection, Command command, Completion completion)
      throws Exception {
    if (!Subscribing.isBy(command)) {
      return others.start(connection, command, completion);
    }
    var subscriber = (StatefulRedisPubSubConnection<String, String>) connection;
    var future = (RedisFuture<?>) SUBSCRIBING.invoke(subscriber.async(), command);
    future.whenComplete(
        (value, failure) -> completion.complete(Replies.outcomeOf(command, value, failure)));
    return InFlight.of(future.toCompletableFuture());
  }

  /** Has a connection tell what comes. */
  static StatefulRedisPubSubConnection<String, String> telling(
      StatefulRedisPubSubConnection<String, String> connection, Listener listener) {
    connection.addListener(
        new RedisPubSubAdapter<>() {
          @Override
          public void message(String channel, String message) {
            listener.message(Optional.empty(), channel, message);
          }

          @Override
          public void message(String pattern, String channel, String message) {
            listener.message(Optional.of(pattern), channel, message);
          }
        });
    return connection;
  }
}
