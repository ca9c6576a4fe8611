package dev.crosstalk.world;

import java.time.Duration;

/** Where scenarios run: with which clock, over which transport, on which threads. */
public interface World extends AutoCloseable {

  /** Lower case, as the command line and histories say it. */
  String name();

  /**
   * What a nominal duration of a scenario is here. All durations of a scenario are scaled alike, so
   * that their order is kept.
   *
   * @param timeout the scenario's command timeout, nominal
   */
  Duration scaled(Duration nominal, Duration timeout);

  /** Sets the stage for one case; the caller closes it. */
  Stage open(Accepting accepting);

  @Override
  void close();

  /** Told of each connection that a driver makes. */
  @FunctionalInterface
  interface Accepting {

    /** Gives the server's end of a new connection. Called on the transport's thread. */
    Peer accepted(Wire wire);
  }
}
