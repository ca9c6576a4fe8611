package dev.crosstalk.lettuce;

import dev.crosstalk.netty.LoopResolvers;
import dev.crosstalk.netty.SimulatedLoop;
import dev.crosstalk.netty.VirtualTimer;
import dev.crosstalk.spi.Simulation;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;

/**
 * Lettuce's parts where the world is simulated, made for one client and without a thread. There are
 * two loops, as Lettuce keeps its computation, timeouts among it, apart from its channels.
 */
final class SimulatedResources {

  private SimulatedResources() {}

  /** Netty's own DNS client would open a socket, and the latency recorder a thread. */
  static ClientResources with(Simulation simulation, Duration reconnectDelay) {
    return DefaultClientResources.builder()
        .eventLoopGroupProvider(new OneLoop(new SimulatedLoop(simulation)))
        .eventExecutorGroup(new SimulatedLoop(simulation))
        .timer(new VirtualTimer(simulation))
        .addressResolverGroup(new LoopResolvers())
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .reconnectDelay(Delay.constant(reconnectDelay))
        .build();
  }
}
