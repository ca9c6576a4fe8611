package dev.crosstalk.netty;

import dev.crosstalk.spi.Observer;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Next to the socket of a channel of Netty's own, tells the fired world what passes there. */
public final class ObservedChannel extends ChannelDuplexHandler {
  private final Observer.End end;

  private ObservedChannel(Observer.End end) {
    this.end = end;
  }

  /**
   * @param channel registered, and not connected yet
   */
  public static void observe(Channel channel, Observer observer) {
    Observer.End end = observer.addConnection(() -> channel.config().isAutoRead());
    channel.pipeline().addFirst(new ObservedChannel(end));
    channel.closeFuture().addListener(closed -> end.closed());
  }

  @Override
  public void connect(
      ChannelHandlerContext context,
      SocketAddress remote,
      SocketAddress local,
      ChannelPromise promise)
      throws Exception {
    end.connecting();
    super.connect(context, remote, local, promise);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    end.connected((InetSocketAddress) context.channel().localAddress());
    super.channelActive(context);
  }

  @Override
  public void write(ChannelHandlerContext context, Object message, ChannelPromise promise)
      throws Exception {
    end.writing(bytesOf(message));
    super.write(context, message, promise);
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    end.read(bytesOf(message));
    super.channelRead(context, message);
  }

  private static int bytesOf(Object message) {
    return message instanceof ByteBuf bytes ? bytes.readableBytes() : 0;
  }
}
