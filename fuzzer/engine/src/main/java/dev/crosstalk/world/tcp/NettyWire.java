package dev.crosstalk.world.tcp;

import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Wire;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection over TCP. Everything is written by the channel's event loop, which asks for the
 * next chunk right before it writes: there is no second way for a byte to leave.
 */
final class NettyWire implements Wire {
  private final SocketChannel channel;

  /** Flushes asked for and writes under way; zero when all that was let out lies in the kernel. */
  private final AtomicInteger pending = new AtomicInteger();

  private volatile OptionalInt descriptor = OptionalInt.empty();
  private volatile boolean gone;

  NettyWire(SocketChannel channel) {
    this.channel = channel;
  }

  ChannelHandler handler(Peer peer) {
    return new ToPeer(peer);
  }

  @Override
  public void flush() {
    onLoop(() -> channel.pipeline().fireUserEventTriggered(FLUSH));
  }

  @Override
  public void close() {
    onLoop(channel::close);
  }

  @Override
  public void reset() {
    onLoop(
        () -> {
          if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
          }
        });
  }

  private void onLoop(Runnable task) {
    pending.incrementAndGet();
    channel
        .eventLoop()
        .execute(
            () -> {
              try {
                task.run();
              } finally {
                pending.decrementAndGet();
              }
            });
  }

  @Override
  public boolean written() {
    return pending.get() == 0;
  }

  @Override
  public boolean taken() {
    if (!written()) {
      return false;
    }
    if (gone || !channel.isActive()) {
      return true;
    }
    if (descriptor.isEmpty()) {
      descriptor = ReceiveQueues.find(channel.remoteAddress(), channel.localAddress());
    }
    // A descriptor that cannot be found belongs to a socket that the driver has closed already.
    return descriptor.isEmpty()
        || ReceiveQueues.unread(
                    descriptor.getAsInt(), channel.remoteAddress(), channel.localAddress())
                .orElse(0)
            == 0;
  }

  private static final Object FLUSH = new Object();

  private final class ToPeer extends ChannelInboundHandlerAdapter {
    private final Peer peer;

    ToPeer(Peer peer) {
      this.peer = peer;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf buffer = (ByteBuf) message;
      try {
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        peer.received(bytes);
      } finally {
        buffer.release();
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == FLUSH) {
        writeAll(context);
      }
    }

    private void writeAll(ChannelHandlerContext context) {
      for (Optional<byte[]> chunk = peer.next(); chunk.isPresent(); chunk = peer.next()) {
        pending.incrementAndGet();
        context
            .writeAndFlush(Unpooled.wrappedBuffer(chunk.get()))
            .addListener(written -> pending.decrementAndGet());
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      gone = true;
      peer.ended();
    }

    /** A reset by the driver arrives as an exception; channelInactive follows the close. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
