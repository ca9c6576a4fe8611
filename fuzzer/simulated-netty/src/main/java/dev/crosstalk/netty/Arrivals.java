package dev.crosstalk.netty;

import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.ChannelInputShutdownReadComplete;
import java.net.SocketException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has arrived at a channel and how it is read: a chunk for each read that was asked for, and
 * the server's FIN or RST behind the last one, as in the receive queue of a TCP socket.
 */
final class Arrivals {
  private final SimulatedChannel channel;
  private final Deque<byte[]> chunks = new ArrayDeque<>();
  private boolean ended;
  private boolean reset;
  private boolean asked;
  private boolean readScheduled;
  private boolean inputShutdown;
  private boolean shutdownRead;

  Arrivals(SimulatedChannel channel) {
    this.channel = channel;
  }

  void add(byte[] chunk) {
    chunks.add(chunk);
    read();
  }

  void end(boolean byReset) {
    ended = true;
    reset = byReset;
    read();
  }

  boolean hasEnded() {
    return ended;
  }

  boolean wasReset() {
    return reset;
  }

  boolean isInputShutdown() {
    return inputShutdown;
  }

  /** The driver itself reads no more: what the system does then is to answer with an end. */
  void shutdownInput() {
    inputShutdown = true;
    chunks.clear();
    ended = true;
  }

  /** Netty wants to read once. */
  void ask() {
    asked = true;
    if (!readScheduled && (ended || !chunks.isEmpty())) {
      readScheduled = true;
      channel.eventLoop().execute(this::scheduledRead);
    }
  }

  void forget() {
    asked = false;
  }

  void drop() {
    chunks.clear();
  }

  private void scheduledRead() {
    readScheduled = false;
    read();
  }

  private void read() {
    if (!asked || shutdownRead || !channel.isActive()) {
      return;
    }
    if (!chunks.isEmpty()) {
      asked = false;
      byte[] chunk = chunks.remove();
      ChannelPipeline pipeline = channel.pipeline();
      pipeline.fireChannelRead(channel.alloc().ioBuffer(chunk.length).writeBytes(chunk));
      pipeline.fireChannelReadComplete();
    } else if (ended) {
      asked = false;
      readEnd(channel.pipeline());
    }
  }

  /** In the order of AbstractNioByteChannel's read and closeOnRead. */
  private void readEnd(ChannelPipeline pipeline) {
    pipeline.fireChannelReadComplete();
    if (reset) {
      pipeline.fireExceptionCaught(new SocketException("Connection reset"));
    }
    if (inputShutdown) {
      shutdownRead = true;
      pipeline.fireUserEventTriggered(ChannelInputShutdownReadComplete.INSTANCE);
    } else if (channel.config().isAllowHalfClosure()) {
      inputShutdown = true;
      pipeline.fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE);
    } else {
      channel.unsafe().close(channel.unsafe().voidPromise());
    }
  }
}
