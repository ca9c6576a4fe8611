package dev.crosstalk.lettuce;

import dev.crosstalk.netty.LoopResolvers;
import dev.crosstalk.netty.SimulatedLoop;
import dev.crosstalk.netty.VirtualTimer;
import dev.crosstalk.spi.Simulation;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

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

  /** Gives the same loop to whoever asks; with nothing to stop, giving it back does nothing. */
  private record OneLoop(SimulatedLoop loop) implements EventLoopGroupProvider {

    /** The type asked for is that of the transport, and Lettuce takes any group in its place. */
    @SuppressWarnings("unchecked")
    @Override
    public <T extends EventLoopGroup> T allocate(Class<T> type) {
      return (T) loop;
    }

    @Override
    public int threadPoolSize() {
      return 1;
    }

    @Override
    public Future<Boolean> release(
        EventExecutorGroup group, long quietPeriod, long timeout, TimeUnit unit) {
      return loop.newSucceededFuture(true);
    }

    @Override
    public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
      return loop.newSucceededFuture(true);
    }
  }
}
