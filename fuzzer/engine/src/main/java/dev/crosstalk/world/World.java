package dev.crosstalk.world;

import dev.crosstalk.spi.WorldKind;
import java.time.Duration;

/** Where scenarios run: with which clock, over which transport, on which threads. */
public interface World extends AutoCloseable {

  WorldKind kind();

  /** Lower case, as the command line and histories say it. */
  default String name() {
    return kind().label();
  }

  /**
   * What a nominal duration of a scenario is here. All durations of a scenario are scaled alike, so
   * that their order is kept.
   *
   * @param timeout the scenario's command timeout, nominal
   */
  Duration scaled(Duration nominal, Duration timeout);

  /**
   * Sets the stage for one case; the caller closes it.
   *
   * @param choices what the world asks where it is free to choose; a world that cannot choose does
   *     not ask
   */
  Stage open(Accepting accepting, Choices choices);

  /** Whether a case has left something behind that could show in the next one. */
  default boolean isSoiled() {
    return false;
  }

  @Override
  void close();

  /**
   * Chooses where a world is free: whose turn is next, which timer of several, how much at once.
   */
  @FunctionalInterface
  interface Choices {

    /** One of so many, from 0; called with 2 or more. */
    int choose(int options);
  }

  /** Told of each connection that a driver makes. */
  @FunctionalInterface
  interface Accepting {

    /** Gives the server's end of a new connection. Called on the transport's thread. */
    Peer accepted(Wire wire);
  }
}
