package dev.crosstalk.world.simulated;

import dev.crosstalk.world.World.Choices;
import java.util.Arrays;

/** What could run now. One at a time does; which one is chosen. */
final class Turns {
  private static final int ROOM = 64;

  /** From oldest to newest. */
  private Runnable[] ready = new Runnable[ROOM];

  private int size;
  private Choices choices = options -> 0;

  void choices(Choices next) {
    choices = next;
  }

  int choose(int options) {
    return options == 1 ? 0 : choices.choose(options);
  }

  void add(Runnable task) {
    if (size == ready.length) {
      ready = Arrays.copyOf(ready, 2 * size);
    }
    ready[size++] = task;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** Takes the next one; there must be one. */
  Runnable take() {
    int index = choose(size);
    Runnable next = ready[index];
    size--;
    System.arraycopy(ready, index + 1, ready, index, size - index);
    ready[size] = null;
    return next;
  }

  void clear() {
    Arrays.fill(ready, 0, size, null);
    size = 0;
  }
}
