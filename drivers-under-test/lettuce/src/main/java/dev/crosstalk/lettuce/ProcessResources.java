package dev.crosstalk.lettuce;

import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.Transports;
import io.netty.util.HashedWheelTimer;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Owner of Lettuce's threads (event loops, computation, timer): one set for the process, all of
 * them daemons, never stopped. Clients come and go in hundreds a second and only borrow them.
 */
final class ProcessResources {
  private static final int TICK_MILLIS = 1;

  /** With the default tick of 100 ms every timeout and reconnect would be late by up to that. */
  private static final ClientResources SHARED =
      DefaultClientResources.builder()
          .timer(
              new HashedWheelTimer(
                  new DefaultThreadFactory("lettuce-timer", true),
                  TICK_MILLIS,
                  TimeUnit.MILLISECONDS))
          .build();

  static {
    // A reference that is never given back: the provider stops the event loops with the last one.
    SHARED.eventLoopGroupProvider().allocate(Transports.eventLoopGroupClass());
  }

  private ProcessResources() {}

  /**
   * Resources that differ in the reconnect delay, zero meaning at the next tick. Not made by {@code
   * mutate()}: in 7.7.0 that leaves out the event loops, so that each client starts a group of its
   * own, and it counts the executor as the copy's, to be shut down with the copy.
   */
  static ClientResources with(Duration reconnectDelay) {
    return DefaultClientResources.builder()
        .eventLoopGroupProvider(SHARED.eventLoopGroupProvider())
        .eventExecutorGroup(SHARED.eventExecutorGroup())
        .timer(SHARED.timer())
        .eventBus(SHARED.eventBus())
        .commandLatencyRecorder(SHARED.commandLatencyRecorder())
        .reconnectDelay(Delay.constant(reconnectDelay))
        .build();
  }
}
