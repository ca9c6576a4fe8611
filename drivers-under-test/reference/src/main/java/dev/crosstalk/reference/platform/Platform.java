package dev.crosstalk.reference.platform;

import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.VirtualClock.Due;
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

  /** The same in surroundings that have threads or a clock of their own. */
  public Platform in(Surroundings surroundings) {
    return new Platform(
        wires,
        surroundings
            .simulation()
            .<ThreadFactory>map(world -> task -> world.thread("reference-reader", task))
            .orElse(readers),
        surroundings
            .clock()
            .<Timers>map(
                clock ->
                    (delay, action) -> {
                      Due due = clock.schedule(delay.toNanos(), action);
                      return due::cancel;
                    })
            .orElse(timers));
  }
}
