package dev.crosstalk.spi;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a driver returned, by the type of the object itself and not by the signature it came
 * through: generics are erased, and a driver that hands a number to a caller who waits for text is
 * just what is looked for.
 */
public sealed interface Value {

  /** The absent value of any kind. */
  record Nil() implements Value {}

  /** Bulk, simple or verbatim string; also a big number, in decimal digits. */
  record Text(String text) implements Value {}

  /** A 64-bit integer. */
  record Number(long number) implements Value {}

  record Flag(boolean flag) implements Value {}

  record Real(double real) implements Value {}

  /** Array or push; order as the driver gave it. */
  record Items(List<Value> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** A set; order as the driver gave it. */
  record Members(List<Value> members) implements Value {
    public Members {
      members = List.copyOf(members);
    }
  }

  /** A map; order as the driver gave it. */
  record Pairs(List<Pair> pairs) implements Value {
    public Pairs {
      pairs = List.copyOf(pairs);
    }
  }

  record Pair(Value key, Value value) {}

  /** An object of a class that no reply is made of; {@code text} is its {@code toString()}. */
  record Foreign(String className, String text) implements Value {}

  /**
   * Reads what a driver returned; what an adapter has read already stays. Never fails: what it does
   * not know becomes {@link Foreign}.
   */
  static Value of(Object returned) {
    return switch (returned) {
      case null -> new Nil();
      case Value value -> value;
      case Optional<?> optional -> of(optional.orElse(null));
      case String text -> new Text(text);
      case byte[] bytes -> new Text(new String(bytes, StandardCharsets.UTF_8));
      case Long number -> new Number(number);
      case Integer number -> new Number(number);
      case Boolean flag -> new Flag(flag);
      case BigInteger number -> new Text(number.toString());
      case Double real -> new Real(real);
      case Map<?, ?> map -> pairs(map);
      case Set<?> members -> new Members(values(members));
      case Collection<?> items -> new Items(values(items));
      default -> new Foreign(returned.getClass().getName(), String.valueOf(returned));
    };
  }

  private static Value pairs(Map<?, ?> map) {
    var pairs = new ArrayList<Pair>(map.size());
    map.forEach((key, value) -> pairs.add(new Pair(of(key), of(value))));
    return new Pairs(pairs);
  }

  private static List<Value> values(Collection<?> collection) {
    var values = new ArrayList<Value>(collection.size());
    collection.forEach(item -> values.add(of(item)));
    return values;
  }
}
