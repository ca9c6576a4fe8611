package dev.crosstalk.spi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table that says which method of a driver's typed API runs which command. Typed, so that the
 * driver's own parsers are what is tested.
 *
 * @param <A> the driver's API object: {@code Jedis}, {@code RedisAsyncCommands}
 */
public final class Bindings<A> {

  /** Runs one command; what it returns is the driver's own object, a value or a future. */
  @FunctionalInterface
  public interface Binding<A> {
    Object invoke(A api, List<String> arguments) throws Exception;
  }

  private final Map<String, Binding<A>> byName = new LinkedHashMap<>();

  /** Adds one row; {@code name} as in {@link Command#name()}. */
  public Bindings<A> bind(String name, Binding<A> binding) {
    if (byName.putIfAbsent(name, binding) != null) {
      throw new IllegalArgumentException("command " + name + " is bound twice");
    }
    return this;
  }

  /** The names bound, for {@link Variant#commands()}. */
  public Set<String> names() {
    return Set.copyOf(byName.keySet());
  }

  /**
   * Runs a command, with null for the arguments that {@link UserCode#NULL} marks.
   *
   * @throws IllegalArgumentException when it is not bound: the engine asks only for declared ones
   */
  public Object invoke(A api, Command command) throws Exception {
    Binding<A> binding = byName.get(command.name());
    if (binding == null) {
      throw new IllegalArgumentException("command " + command.name() + " is not bound");
    }
    return binding.invoke(api, UserCode.given(command));
  }
}
