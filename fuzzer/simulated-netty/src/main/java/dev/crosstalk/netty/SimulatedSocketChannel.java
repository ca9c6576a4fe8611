package dev.crosstalk.netty;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ServerSocketChannel;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.SocketChannelConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;

/**
 * A {@link SimulatedChannel} as drivers know it: a channel of a socket, made without arguments. A
 * connection in memory cannot be ended one way only, so shutting its output down closes it.
 */
public class SimulatedSocketChannel extends SimulatedChannel implements SocketChannel {
  private final SocketChannelConfig config;

  @SuppressWarnings("this-escape") // Into a configuration that asks it nothing yet.
  public SimulatedSocketChannel() {
    try {
      config = new SimulatedChannelConfig(this);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What was asked for is asked for no more: the driver has switched automatic reading off. */
  void clearReadPending() {
    if (!isRegistered() || eventLoop().inEventLoop()) {
      arrivals().forget();
    } else {
      eventLoop().execute(arrivals()::forget);
    }
  }

  @Override
  public SocketChannelConfig config() {
    return config;
  }

  @Override
  public ServerSocketChannel parent() {
    return null;
  }

  @Override
  public InetSocketAddress localAddress() {
    return (InetSocketAddress) super.localAddress();
  }

  @Override
  public InetSocketAddress remoteAddress() {
    return (InetSocketAddress) super.remoteAddress();
  }

  @Override
  public boolean isInputShutdown() {
    return arrivals().isInputShutdown() || !isActive();
  }

  @Override
  public ChannelFuture shutdownInput() {
    return shutdownInput(newPromise());
  }

  @Override
  public ChannelFuture shutdownInput(ChannelPromise promise) {
    eventLoop()
        .execute(
            () -> {
              arrivals().shutdownInput();
              promise.trySuccess();
            });
    return promise;
  }

  @Override
  public boolean isOutputShutdown() {
    return !isActive();
  }

  @Override
  public ChannelFuture shutdownOutput() {
    return close();
  }

  @Override
  public ChannelFuture shutdownOutput(ChannelPromise promise) {
    return close(promise);
  }

  @Override
  public boolean isShutdown() {
    return isInputShutdown() && isOutputShutdown();
  }

  @Override
  public ChannelFuture shutdown() {
    return close();
  }

  @Override
  public ChannelFuture shutdown(ChannelPromise promise) {
    return close(promise);
  }
}
