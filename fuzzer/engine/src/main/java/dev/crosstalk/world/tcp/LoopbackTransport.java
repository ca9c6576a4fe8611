package dev.crosstalk.world.tcp;

import dev.crosstalk.world.World.Accepting;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * TCP on loopback by Netty. Each case listens on an address of its own, 127.a.b.c, so a connection
 * can never reach another case's server.
 */
final class LoopbackTransport implements AutoCloseable {
  private static final int HOSTS = 250 * 250 * 250;

  private final EventLoopGroup loops;
  private final AtomicInteger hosts = new AtomicInteger();

  LoopbackTransport(int threads) {
    loops =
        new MultiThreadIoEventLoopGroup(
            threads, new DefaultThreadFactory("crosstalk-server", true), NioIoHandler.newFactory());
  }

  /** The threads that all connections are served by. */
  Iterable<EventExecutor> threads() {
    return loops;
  }

  /** Listens on a fresh address; {@code opened} is told of each connection's wire. */
  Channel listen(Accepting accepting, Consumer<NettyWire> opened) {
    return new ServerBootstrap()
        .group(loops)
        .channel(NioServerSocketChannel.class)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<SocketChannel>() {
              @Override
              protected void initChannel(SocketChannel channel) {
                var wire = new NettyWire(channel);
                opened.accept(wire);
                channel.pipeline().addLast(wire.handler(accepting.accepted(wire)));
              }
            })
        .bind(new InetSocketAddress(nextHost(), 0))
        .syncUninterruptibly()
        .channel();
  }

  /** 127.a.b.c with each of a, b, c from 1 to 250. */
  private String nextHost() {
    int host = Math.floorMod(hosts.getAndIncrement(), HOSTS);
    return "127."
        + (host / 62_500 % 250 + 1)
        + "."
        + (host / 250 % 250 + 1)
        + "."
        + (host % 250 + 1);
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
