package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.Observer;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * The driver's end of one connection, as far as its case must know it to tell whether anything is
 * under way. Written by whoever uses the socket, read by whoever looks.
 */
final class DriverEnd implements Observer.End {
  /** What has become of a socket. */
  enum Phase {
    MADE,
    CONNECTING,
    CONNECTED,
    CLOSED
  }

  private final BooleanSupplier readsByItself;
  private volatile Phase phase = Phase.MADE;
  private volatile InetSocketAddress local;
  private volatile long written;
  private volatile long read;
  private volatile Thread reader;
  private volatile AtomicBoolean timeUp = new AtomicBoolean();
  private volatile int waits;

  /** An end that somebody reads who says so: see {@link #waiting}. */
  DriverEnd() {
    this(() -> false);
  }

  DriverEnd(BooleanSupplier readsByItself) {
    this.readsByItself = readsByItself;
  }

  Phase phase() {
    return phase;
  }

  /** The driver's address; null until there was a connection. */
  InetSocketAddress local() {
    return local;
  }

  /** Unless another thread has closed it at that moment. */
  @Override
  public synchronized void connecting() {
    if (phase != Phase.CLOSED) {
      phase = Phase.CONNECTING;
    }
  }

  /** Unless another thread has closed it at that moment. */
  @Override
  public synchronized void connected(InetSocketAddress from) {
    local = from;
    if (phase != Phase.CLOSED) {
      phase = Phase.CONNECTED;
    }
  }

  @Override
  public synchronized void closed() {
    phase = Phase.CLOSED;
  }

  long written() {
    return written;
  }

  /** Before they leave: what has arrived is never more than what was written. */
  @Override
  public synchronized void writing(int bytes) {
    written += bytes;
  }

  long read() {
    return read;
  }

  @Override
  public synchronized void read(int bytes) {
    read += bytes;
  }

  /** The caller finds nothing to read and waits; for no longer than until the time is up. */
  void waiting(AtomicBoolean untilUp) {
    timeUp = untilUp;
    waits++;
    reader = Thread.currentThread();
  }

  /** The caller waits no more. To be said before what it waited for is taken. */
  void awake() {
    reader = null;
  }

  /** Who waits for something to read; null when nobody does. */
  Thread reader() {
    return reader;
  }

  /** Whether what arrives, be it the end, is taken off next. */
  boolean isRead() {
    return reader != null || readsByItself.getAsBoolean();
  }

  /** Whether the alarm of the last wait has gone off. */
  boolean isTimeUp() {
    return timeUp.get();
  }

  /** How often anybody has waited. */
  int waits() {
    return waits;
  }
}
