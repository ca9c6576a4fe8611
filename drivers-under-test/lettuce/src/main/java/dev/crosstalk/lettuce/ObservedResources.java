package dev.crosstalk.lettuce;

import dev.crosstalk.netty.ObservedChannel;
import dev.crosstalk.netty.VirtualTimer;
import dev.crosstalk.spi.Observer;
import dev.crosstalk.spi.VirtualClock;
import io.lettuce.core.metrics.CommandLatencyRecorder;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.DefaultEventLoopGroupProvider;
import io.lettuce.core.resource.Delay;
import io.lettuce.core.resource.NettyCustomizer;
import io.lettuce.core.resource.Transports;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.DefaultEventExecutorGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutorGroup;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Lettuce's own threads and transport where the world is the fired one: an event loop and one
 * thread for computation, lent to one client at a time, so that whether they have anything to do
 * says something of its case alone. Made as needed, and never stopped.
 */
final class ObservedResources {
  private static final Queue<ObservedResources> FREE = new ConcurrentLinkedQueue<>();

  private final EventLoopGroup loop =
      (EventLoopGroup)
          DefaultEventLoopGroupProvider.createEventLoopGroup(Transports.eventLoopGroupClass(), 1);
  private final EventExecutorGroup computation =
      new DefaultEventExecutorGroup(1, new DefaultThreadFactory("lettuce-computation", true));

  private ObservedResources() {}

  /** Borrows a set; to be given back when the client that had it has no connection any more. */
  static ObservedResources borrow() {
    ObservedResources free = FREE.poll();
    return free == null ? new ObservedResources() : free;
  }

  void giveBack() {
    FREE.add(this);
  }

  ClientResources with(Duration reconnectDelay, VirtualClock clock, Observer observer) {
    loop.submit(observer::thread).syncUninterruptibly();
    computation.submit(observer::thread).syncUninterruptibly();
    return DefaultClientResources.builder()
        .eventLoopGroupProvider(new OneLoop(loop))
        .eventExecutorGroup(computation)
        .timer(new VirtualTimer(clock))
        .commandLatencyRecorder(CommandLatencyRecorder.disabled())
        .reconnectDelay(Delay.constant(reconnectDelay))
        .nettyCustomizer(
            new NettyCustomizer() {
              @Override
              public void afterChannelInitialized(Channel channel) {
                ObservedChannel.observe(channel, observer);
              }
            })
        .build();
  }
}
