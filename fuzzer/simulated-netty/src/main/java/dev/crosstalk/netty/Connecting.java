package dev.crosstalk.netty;

import dev.crosstalk.spi.Simulation;
import io.netty.channel.ChannelPromise;
import io.netty.channel.ConnectTimeoutException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A channel's one attempt to connect, with its timeout, up to the point where it stands or fails.
 */
final class Connecting implements Simulation.Receiver {
  private final SimulatedChannel channel;
  private final InetSocketAddress remote;
  private final ChannelPromise promise;
  private Future<?> timeout;

  Connecting(SimulatedChannel channel, InetSocketAddress remote, ChannelPromise promise) {
    this.channel = channel;
    this.remote = remote;
    this.promise = promise;
  }

  InetSocketAddress remote() {
    return remote;
  }

  Simulation.Link start() {
    int timeoutMillis = channel.config().getConnectTimeoutMillis();
    if (timeoutMillis > 0) {
      timeout =
          channel
              .loop()
              .schedule(() -> timedOut(timeoutMillis), timeoutMillis, TimeUnit.MILLISECONDS);
    }
    promise.addListener(
        done -> {
          if (done.isCancelled()) {
            close();
          }
        });
    return channel.loop().simulation().connect(remote, this);
  }

  private void timedOut(int timeoutMillis) {
    String message = "connection timed out after " + timeoutMillis + " ms: " + remote;
    if (promise.tryFailure(new ConnectTimeoutException(message))) {
      close();
    }
  }

  @Override
  public void connected() {
    channel.loop().enter(this::stands);
  }

  private void stands() {
    if (!channel.isOpen()) {
      return;
    }
    stopTimeout();
    channel.activate();
    boolean wanted = promise.trySuccess();
    channel.pipeline().fireChannelActive();
    if (!wanted) {
      close();
    }
  }

  @Override
  public void refused() {
    channel.loop().enter(() -> fail(new ConnectException("Connection refused: " + remote)));
  }

  @Override
  public void received(byte[] bytes) {
    channel.loop().enter(() -> channel.arrivals().add(bytes));
  }

  @Override
  public void ended(boolean reset) {
    channel.loop().enter(() -> channel.arrivals().end(reset));
  }

  /** The channel is being closed. */
  void giveUp() {
    if (promise.isDone()) {
      stopTimeout();
    } else {
      fail(new ClosedChannelException());
    }
  }

  private void fail(Exception reason) {
    stopTimeout();
    promise.tryFailure(reason);
  }

  private void stopTimeout() {
    if (timeout != null) {
      timeout.cancel(false);
    }
  }

  private void close() {
    channel.unsafe().close(channel.unsafe().voidPromise());
  }
}
