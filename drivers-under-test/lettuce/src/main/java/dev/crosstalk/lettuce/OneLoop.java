package dev.crosstalk.lettuce;

import io.lettuce.core.resource.EventLoopGroupProvider;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutorGroup;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Gives the same loop to whoever asks; as it is not Lettuce's, giving it back does nothing. */
record OneLoop(EventLoopGroup loop) implements EventLoopGroupProvider {

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
    return loop.next().newSucceededFuture(true);
  }

  @Override
  public Future<Boolean> shutdown(long quietPeriod, long timeout, TimeUnit unit) {
    return loop.next().newSucceededFuture(true);
  }
}
