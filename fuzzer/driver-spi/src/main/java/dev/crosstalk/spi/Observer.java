package dev.crosstalk.spi;

import java.net.InetSocketAddress;
import java.util.function.BooleanSupplier;

/**
 * Who must know what a driver's own threads and connections do, to tell when nothing is under way
 * any more: the fired world. It sees lanes and {@link java.net.Socket}s by itself; an adapter whose
 * driver uses anything else tells it here, of every thread and every connection of the case. One
 * that says nothing is waited for by guesswork, some fifty milliseconds wherever nothing happens.
 *
 * <p>Threads that are told of must work for this case alone, up to its end or until they are
 * forgotten.
 */
public interface Observer {

  /**
   * The caller is a thread that works for this case: a platform thread that sleeps in {@code
   * java.util.concurrent}, or in a {@link java.nio.channels.Selector}.
   */
  void addThread();

  /** A thread that was added works for this case no more. */
  void forget(Thread thread);

  /**
   * A connection is going to be opened.
   *
   * @param readsByItself whether what arrives on it is taken off without anybody's asking; asked by
   *     any thread
   */
  End addConnection(BooleanSupplier readsByItself);

  /** The driver's end of one connection; told of each change by the thread that brings it about. */
  interface End {

    /** Before the attempt. */
    void connecting();

    /**
     * @param local the address of this end
     */
    void connected(InetSocketAddress local);

    /** So many bytes are written next: said before the server can have them. */
    void writing(int bytes);

    /** So many bytes were taken off. */
    void read(int bytes);

    /** It is closed, whether it was connected or not. */
    void closed();
  }
}
