package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Value;
import io.lettuce.core.KeyValue;
import io.lettuce.core.ScoredValue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

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
   * MGET's value, and no other, is stripped of the keys that Lettuce itself puts in; scored values
   * become a list of the two, and so does what BLPOP and BRPOP give. What is not of the class that
   * the API promises stays as it is.
   */
  static Object returned(Command command, Object value) {
    // Of the array that answers a subscriber's PING under RESP2 Lettuce gives the last element.
    if (command.name().equals("PING") && "".equals(value)) {
      return "PONG";
    }
    if (value instanceof KeyValue<?, ?> pair && command.name().endsWith("POP")) {
      return List.of(Optional.ofNullable(pair.getKey()), pair.optional());
    }
    if (Script.in(command).filter(script -> script == Script.DOUBLE).isPresent()
        && value instanceof List<?> single
        && single.size() == 1) {
      return single.getFirst();
    }
    if (!(value instanceof Collection<?> items)) {
      return value;
    }
    return switch (command.name()) {
      case "MGET" -> items.stream().map(Replies::withoutKey).toList();
      case "ZRANGE" -> items.stream().map(Replies::opened).toList();
      default -> value;
    };
  }

  private static Object opened(Object item) {
    return item instanceof ScoredValue<?> scored
        ? List.of(scored.optional(), scored.getScore())
        : item;
  }

  private static Object withoutKey(Object item) {
    return item instanceof KeyValue<?, ?> pair ? pair.optional() : item;
  }
}
