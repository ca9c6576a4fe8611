package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import io.lettuce.core.KeyValue;
import java.util.Collection;

/** How what a call ended with is to be read. */
final class Replies {

  private Replies() {}

  /**
   * @param value null where there is none, or a failure
   * @param failure null where there is none
   */
  static Outcome outcomeOf(Command command, Object value, Throwable failure) {
    if (failure != null) {
      return LettuceFailures.outcomeOf(failure);
    }
    try {
      return new Outcome.Ok(Value.of(returned(command, value)));
    } catch (RuntimeException unreadable) {
      // Thrown on, it would end in a future that nobody looks at and the call would seem to hang.
      return LettuceFailures.outcomeOf(unreadable);
    }
  }

  /**
   * MGET's value, and no other, is stripped of the keys that Lettuce itself puts in. What is not of
   * the class that the API promises stays as it is.
   */
  private static Object returned(Command command, Object value) {
    return command.name().equals("MGET") && value instanceof Collection<?> items
        ? items.stream().map(Replies::withoutKey).toList()
        : value;
  }

  private static Object withoutKey(Object item) {
    return item instanceof KeyValue<?, ?> pair ? pair.optional() : item;
  }
}
