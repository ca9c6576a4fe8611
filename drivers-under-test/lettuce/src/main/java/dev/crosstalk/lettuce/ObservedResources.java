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
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/**
 * Lettuce's own threads and transport where the world is the fired one: an event loop and one
 * thread for computation, lent to one client at a time, so that whether they have anything to do
 * says something of its case alone. Made as needed.
 */
final class ObservedResources {
  private static final int IDLE_SECONDS_MAX = 5;
  private static final Queue<ObservedResources> FREE = new ConcurrentLinkedQueue<>();

  private final EventLoopGroup loop =
      (EventLoopGroup)
          DefaultEventLoopGroupProvider.createEventLoopGroup(Transports.eventLoopGroupClass(), 1);
  private final EventExecutorGroup computation =
      new DefaultEventExecutorGroup(1, new DefaultThreadFactory("lettuce-computation", true));

  private Optional<Observer> told = Optional.empty();
  private List<Thread> threads = List.of();

  private ObservedResources() {}

  /** Borrows a set; to be given back when the client that had it has no connection any more. */
  static ObservedResources borrow() {
    ObservedResources free = FREE.poll();
    return free == null ? new ObservedResources() : free;
  }

  /** Once what is queued is done; threads that do not come to an end of it are not lent again. */
  void giveBack() {
    if (areIdle()) {
      told.ifPresent(observer -> threads.forEach(observer::forget));
      told = Optional.empty();
      FREE.add(this);
    } else {
      stop();
    }
  }

  private boolean areIdle() {
    return loop.submit(() -> {}).awaitUninterruptibly(IDLE_SECONDS_MAX, TimeUnit.SECONDS)
        && computation.submit(() -> {}).awaitUninterruptibly(IDLE_SECONDS_MAX, TimeUnit.SECONDS);
  }

  /** Ends the threads, whatever they do. */
  void stop() {
    loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
    computation.shutdownGracefully(0, 0, TimeUnit.SECONDS);
  }

  ClientResources with(Duration reconnectDelay, VirtualClock clock, Observer observer) {
    told = Optional.of(observer);
    threads = List.of(added(loop, observer), added(computation, observer));
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

  /**
   * Awake until it is done: asleep, the caller would wait for a thread that nobody knows of yet,
   * and that looks as if nothing were under way.
   */
  private static Thread added(EventExecutorGroup group, Observer observer) {
    Future<Thread> added =
        group.submit(
            () -> {
              observer.addThread();
              return Thread.currentThread();
            });
    while (!added.isDone()) {
      Thread.yield();
    }
    return added.syncUninterruptibly().getNow();
  }
}
