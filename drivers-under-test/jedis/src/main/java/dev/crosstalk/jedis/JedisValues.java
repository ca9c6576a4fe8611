package dev.crosstalk.jedis;

import dev.crosstalk.spi.Value;
import java.util.Arrays;
import java.util.List;
import redis.clients.jedis.resps.Tuple;

/** What Jedis returns, with the one class of its own that the bindings bring taken apart. */
final class JedisValues {

  private JedisValues() {}

  /** As {@link Value#of}, but a {@link Tuple} in a list is a list of its element and score. */
  static Value of(Object returned) {
    return Value.of(
        returned instanceof List<?> items
            ? items.stream().map(JedisValues::opened).toList()
            : returned);
  }

  private static Object opened(Object item) {
    return item instanceof Tuple tuple ? Arrays.asList(tuple.getElement(), tuple.getScore()) : item;
  }
}
