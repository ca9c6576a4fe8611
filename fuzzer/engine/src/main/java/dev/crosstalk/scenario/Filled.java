package dev.crosstalk.scenario;

import java.util.HashMap;
import java.util.Map;

/** What stands in the slots of a form: the fields of a step on their way from or to text. */
final class Filled {
  static final Filled NOTHING = new Filled(Map.of());

  private final Map<Slot<?>, Object> values;

  private Filled(Map<Slot<?>, Object> values) {
    this.values = values;
  }

  <T> Filled with(Slot<T> slot, T value) {
    var more = new HashMap<>(values);
    more.put(slot, value);
    return new Filled(more);
  }

  @SuppressWarnings("unchecked") // with() is the only way in, and takes a T for a Slot<T>.
  <T> T get(Slot<T> slot) {
    Object value = values.get(slot);
    if (value == null) {
      throw new IllegalStateException("a step's form has no " + slot.name());
    }
    return (T) value;
  }
}
