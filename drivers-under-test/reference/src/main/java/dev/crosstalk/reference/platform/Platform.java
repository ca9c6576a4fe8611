package dev.crosstalk.reference.platform;

import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/**
 * The world a session lives in.
 *
 * @param wires makes connections, not yet connected
 * @param readers makes the threads that wait for a pipeline's replies
 * @param timers carries the timeouts of pipelined calls
 */
public record Platform(Supplier<Wire> wires, ThreadFactory readers, Timers timers) {

  /** Sockets, daemon threads and the real clock. */
  public static final Platform REAL =
      new Platform(
          SocketWire::new,
          Thread.ofPlatform().daemon().name("reference-reader-", 0).factory(),
          new SharedTimers());
}
