package dev.crosstalk.spi;

import java.net.InetSocketAddress;

/**
 * The simulated world as a driver's adapter meets it: a clock, connections in memory, and threads
 * that are scheduled. A world is one thread of the operating system: all of this is called on it,
 * and all that is handed over here is called back on it, one at a time.
 *
 * <p>An adapter needs it only where the driver's own use of {@link java.net.Socket} and of threads
 * is not enough; those are taken care of.
 */
public interface Simulation extends VirtualClock {

  /** Whether the caller runs on this world's thread, be it inside one of its lanes. */
  boolean isInside();

  /** Runs a task soon, in a turn of its own; whose turn is next is the schedule's choice. */
  void execute(Runnable task);

  /**
   * A moment at which a thread of this world may lose its processor: whether it does, and until
   * when, is the schedule's choice. Does nothing in a turn, which nothing interrupts.
   */
  void pause();

  /**
   * A thread of this world, not started: a virtual one that runs whenever it is its turn.
   *
   * @param name for people
   */
  Thread thread(String name, Runnable task);

  /**
   * Opens a connection in memory; {@code receiver} is told in later turns how it went.
   *
   * @param address where the server listens, as in {@link Surroundings#address}
   */
  Link connect(InetSocketAddress address, Receiver receiver);

  /** The driver's end of a connection in memory. */
  interface Link {

    /** Sends bytes; they are copied. Lost when the connection has ended. */
    void write(byte[] bytes, int offset, int length);

    /** Ends the connection with a FIN, or with an RST. Nothing is received after that. */
    void close(boolean reset);
  }

  /** What arrives at the driver's end of a connection, in order. */
  interface Receiver {

    /** The connection stands. First, unless {@link #refused}. */
    void connected();

    /** Nobody listens there; nothing else follows. */
    void refused();

    /** One chunk, as one read of a socket would give it; never empty. */
    void received(byte[] bytes);

    /** The server ended the connection with a FIN, or with an RST. Nothing else follows. */
    void ended(boolean reset);

    /**
     * The server sends no more, but still takes what is written; {@link #ended} may follow. To one
     * who only reads it is the same.
     */
    default void halfEnded() {
      ended(false);
    }
  }
}
