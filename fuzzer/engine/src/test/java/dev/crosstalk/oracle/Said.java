package dev.crosstalk.oracle;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import java.util.Arrays;
import java.util.List;

/** Short words for what drivers and servers say in histories by hand. */
final class Said {
  static final Value NIL = new Value.Nil();

  /** Outcomes that tell a caller nothing of the reply. */
  static final List<Outcome> UNKNOWN =
      List.of(
          new Outcome.TimedOut("late"),
          new Outcome.Cancelled("by its caller"),
          new Outcome.ConnectionLost("reset"),
          new Outcome.Refused("pool exhausted"));

  static final Outcome GARBLED = new Outcome.Garbled("ClassCastException: no List");

  private Said() {}

  /** A history of the plainest driver: blocking, direct, its timeout for each read. */
  static HistoryBuilder story() {
    return HistoryBuilder.of(plainest());
  }

  static VariantBuilder plainest() {
    return Variant.named("plain");
  }

  static Outcome ok(String text) {
    return ok(text(text));
  }

  static Outcome ok(Value value) {
    return new Outcome.Ok(value);
  }

  static Outcome error(String message) {
    return new Outcome.ServerError(message);
  }

  static Reply answer(String text) {
    return answer(text(text));
  }

  static Reply answer(Value value) {
    return new Reply.Answer(value);
  }

  static Reply failure(String message) {
    return new Reply.Failure(message);
  }

  static Value text(String text) {
    return new Value.Text(text);
  }

  static Value number(long number) {
    return new Value.Number(number);
  }

  static Value items(Value... items) {
    return new Value.Items(List.of(items));
  }

  static Value members(Value... members) {
    return new Value.Members(List.of(members));
  }

  /** A map of texts, written {@code key=value}. */
  static Value pairs(String... entries) {
    return new Value.Pairs(
        Arrays.stream(entries)
            .map(entry -> entry.split("=", 2))
            .map(entry -> new Value.Pair(text(entry[0]), text(entry[1])))
            .toList());
  }
}
