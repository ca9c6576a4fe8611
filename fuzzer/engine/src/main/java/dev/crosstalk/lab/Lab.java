package dev.crosstalk.lab;

import dev.crosstalk.spi.WorldKind;
import java.util.OptionalInt;
import java.util.function.Function;

/** Where the cases of one target run. */
public interface Lab extends AutoCloseable {
  Target target();

  WorldKind kind();

  /**
   * How many places there are, each for one case at a time; empty where one place bears as many
   * cases side by side as the machine does.
   */
  OptionalInt places();

  /**
   * Runs something at a place, once one is free, and waits for it. From any thread.
   *
   * @param task comes back soon, and at once when its place is {@link Place#isSoiled() soiled}
   * @throws LostPlaceException when it does not come back
   * @throws IllegalStateException when the lab is closed
   */
  <T> T at(Function<Place, T> task);

  @Override
  void close();
}
