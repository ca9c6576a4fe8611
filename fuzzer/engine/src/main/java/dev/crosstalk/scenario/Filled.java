package dev.crosstalk.scenario;

import java.util.Arrays;

/** What stands in the slots of a form: the fields of a step on their way from or to text. */
final class Filled {
  static final Filled NOTHING = new Filled(new Object[0]);

  /** Slots, each followed by its value: a form has three at most. */
  private final Object[] values;

  private Filled(Object[] values) {
    this.values = values;
  }

  /** The same with one more slot filled; the last value of a slot counts. */
  <T> Filled with(Slot<T> slot, T value) {
    Object[] more = Arrays.copyOf(values, values.length + 2);
    more[values.length] = slot;
    more[values.length + 1] = value;
    return new Filled(more);
  }

  @SuppressWarnings("unchecked") // with() is the only way in, and takes a T for a Slot<T>.
  <T> T get(Slot<T> slot) {
    for (int i = values.length - 2; i >= 0; i -= 2) {
      if (values[i] == slot) {
        return (T) values[i + 1];
      }
    }
    throw new IllegalStateException("a step's form has no " + slot.name());
  }
}
