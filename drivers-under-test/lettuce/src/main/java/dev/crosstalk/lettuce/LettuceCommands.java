package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.Collection;
import java.util.Set;

/** Which method of Lettuce's typed API runs which command, and how its value is to be read. */
final class LettuceCommands {
  private static final Bindings<RedisAsyncCommands<String, String>> BINDINGS =
      new Bindings<RedisAsyncCommands<String, String>>()
          .bind("GET", (api, words) -> api.get(words.get(0)))
          .bind("SET", (api, words) -> api.set(words.get(0), words.get(1)))
          .bind("MGET", (api, words) -> api.mget(words.toArray(String[]::new)))
          .bind("INCR", (api, words) -> api.incr(words.get(0)))
          .bind(
              "LRANGE",
              (api, words) ->
                  api.lrange(
                      words.get(0), Long.parseLong(words.get(1)), Long.parseLong(words.get(2))))
          .bind("HGETALL", (api, words) -> api.hgetall(words.get(0)))
          .bind("ECHO", (api, words) -> api.echo(words.get(0)))
          .bind("PING", (api, words) -> api.ping())
          .bind(
              "CLIENT TRACKING",
              (api, words) ->
                  api.clientTracking(TrackingArgs.Builder.enabled(words.get(0).equals("ON"))));

  private LettuceCommands() {}

  static Set<String> names() {
    return BINDINGS.names();
  }

  static RedisFuture<?> invoke(RedisAsyncCommands<String, String> api, Command command)
      throws Exception {
    return (RedisFuture<?>) BINDINGS.invoke(api, command);
  }

  /**
   * MGET's value, and no other, is stripped of the keys that Lettuce itself puts in. What is not of
   * the class that the API promises stays as it is.
   */
  static Object returned(Command command, Object value) {
    return command.name().equals("MGET") && value instanceof Collection<?> items
        ? items.stream().map(LettuceCommands::withoutKey).toList()
        : value;
  }

  private static Object withoutKey(Object item) {
    return item instanceof KeyValue<?, ?> pair ? pair.optional() : item;
  }
}
