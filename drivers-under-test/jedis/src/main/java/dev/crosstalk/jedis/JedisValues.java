package dev.crosstalk.jedis;

import dev.crosstalk.spi.Value;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.resps.Tuple;

/** What Jedis returns, with the classes of its own that the bindings bring taken apart. */
final class JedisValues {

  private JedisValues() {}

  /**
   * As {@link Value#of}, but a {@link Tuple} is a list of its element and score, and an error among
   * elements is one as histories know it.
   */
  static Value of(Object returned) {
    return Value.of(opened(returned));
  }

  private static Object opened(Object item) {
    return switch (item) {
      case Tuple tuple -> Arrays.asList(tuple.getElement(), tuple.getScore());
      case JedisDataException error -> new Value.Foreign("error", error.getMessage());
      case List<?> items -> items.stream().map(JedisValues::opened).toList();
      case Map<?, ?> map -> {
        var opened = new LinkedHashMap<Object, Object>();
        map.forEach((key, value) -> opened.put(key, opened(value)));
        yield opened;
      }
      case null, default -> item;
    };
  }
}
