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
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One connection over TCP. Everything is written by the channel's event loop, which asks for the
 * next chunk right before it writes: there is no second way for a byte to leave.
 */
final class NettyWire implements Wire {
  /** A driver that reads at all has taken a piece by then. */
  private static final long TAKEN_NANOS_MAX = 2_000_000;

  private static final long LOOK_NANOS = 50_000;

  private final SocketChannel channel;
  private final InetSocketAddress driver;

  /** Flushes asked for and writes under way; zero when all that was let out lies in the kernel. */
  private final AtomicInteger pending = new AtomicInteger();

  private volatile OptionalInt descriptor = OptionalInt.empty();
  private volatile boolean accepted;
  private volatile boolean gone;
  private volatile boolean endedHere;
  private volatile boolean outputShut;
  private volatile boolean unread;
  private volatile long received;
  private volatile long sent;

  NettyWire(SocketChannel channel) {
    this.channel = channel;
    this.driver = channel.remoteAddress();
  }

  /** The driver's address. */
  InetSocketAddress driver() {
    return driver;
  }

  /** Whether the server has taken the connection. */
  boolean isAccepted() {
    return accepted;
  }

  /** Bytes that came from the driver and have been dealt with. */
  long received() {
    return received;
  }

  /** Bytes that were written, or are about to be. */
  long sent() {
    return sent;
  }

  /** Whether either side has ended the connection, and this one knows. */
  boolean isOver() {
    return gone || endedHere;
  }

  /** Whether the server has ended its output: whoever reads finds the end. */
  boolean isOutputShut() {
    return outputShut;
  }

  /** Whether what the driver sends, and its end, is left where it is. */
  boolean isUnheard() {
    return unread;
  }

  ChannelHandler handler(Peer peer) {
    accepted = true;
    return new ToPeer(peer);
  }

  @Override
  public void flush() {
    onLoop(() -> channel.pipeline().fireUserEventTriggered(FLUSH));
  }

  @Override
  public void close() {
    onLoop(
        () -> {
          endedHere = true;
          channel.close();
        });
  }

  @Override
  public void reset() {
    onLoop(
        () -> {
          endedHere = true;
          if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
          }
        });
  }

  @Override
  public void shutOutput() {
    onLoop(
        () -> {
          outputShut = true;
          if (channel.isActive()) {
            channel.shutdownOutput();
          }
        });
  }

  @Override
  public void stopReading() {
    unread = true;
    channel.config().setAutoRead(false);
  }

  @Override
  public void readAgain() {
    unread = false;
    channel.config().setAutoRead(true);
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
    if (endedHere || outputShut) {
      return descriptor.isEmpty() || !ReceiveQueues.isHeld(descriptor.getAsInt(), driver);
    }
    return !isUnread();
  }

  /** Whether bytes lie in the driver's socket that it has not read. */
  private boolean isUnread() {
    if (gone || !channel.isActive()) {
      return false;
    }
    if (descriptor.isEmpty()) {
      descriptor = ReceiveQueues.find(channel.remoteAddress(), channel.localAddress());
    }
    // A descriptor that cannot be found belongs to a socket that the driver has closed already.
    return descriptor.isPresent()
        && ReceiveQueues.unread(
                    descriptor.getAsInt(), channel.remoteAddress(), channel.localAddress())
                .orElse(0)
            > 0;
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
        received += bytes.length;
      } finally {
        buffer.release();
      }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
      if (event == FLUSH) {
        writeNext(context);
      }
    }

    /** Of several pieces each is written when the driver has taken the one before, or will not. */
    private void writeNext(ChannelHandlerContext context) {
      Optional<byte[]> chunk = peer.next();
      if (chunk.isEmpty()) {
        return;
      }
      pending.incrementAndGet();
      sent += chunk.get().length;
      context
          .writeAndFlush(Unpooled.wrappedBuffer(chunk.get()))
          .addListener(
              written -> {
                if (peer.hasNext()) {
                  afterTaken(context, System.nanoTime() + TAKEN_NANOS_MAX);
                } else {
                  pending.decrementAndGet();
                }
              });
    }

    private void afterTaken(ChannelHandlerContext context, long untilNanos) {
      if (isUnread() && System.nanoTime() - untilNanos < 0) {
        context
            .executor()
            .schedule(() -> afterTaken(context, untilNanos), LOOK_NANOS, TimeUnit.NANOSECONDS);
      } else {
        pending.decrementAndGet();
        writeNext(context);
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      peer.ended();
      gone = true;
    }

    /** A reset by the driver arrives as an exception; channelInactive follows the close. */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }
}
