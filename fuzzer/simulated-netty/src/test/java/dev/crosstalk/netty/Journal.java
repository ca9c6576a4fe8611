package dev.crosstalk.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a channel tells its handlers. */
@Sharable
final class Journal extends ChannelInboundHandlerAdapter {
  final List<String> lines = new ArrayList<>();

  @Override
  public void channelActive(ChannelHandlerContext context) {
    lines.add("active");
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    lines.add("inactive");
    context.fireChannelInactive();
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    var buffer = (ByteBuf) message;
    lines.add("read " + buffer.toString(StandardCharsets.UTF_8));
    buffer.release();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    lines.add("complete");
    context.fireChannelReadComplete();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    lines.add(event.getClass().getSimpleName());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
    lines.add(failure.toString());
  }
}
