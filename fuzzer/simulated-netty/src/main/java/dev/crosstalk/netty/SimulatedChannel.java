package dev.crosstalk.netty;

import dev.crosstalk.spi.Simulation;
import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelId;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.util.internal.StringUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ConnectionPendingException;

/**
 * A connection in memory as a channel that behaves like Netty's NIO channel on TCP: connecting in
 * {@link Connecting}, what arrives in {@link Arrivals}, writing and closing here. Messages and
 * types of exceptions are those that NIO gave on Linux with JDK 25.
 */
abstract class SimulatedChannel extends AbstractChannel {
  private static final int FIRST_PORT = 49_152;
  private static final int PORTS = 16_384;
  private static final int READS_MAX = 16;
  private static final ChannelMetadata METADATA = new ChannelMetadata(false, READS_MAX);

  private final Arrivals arrivals = new Arrivals(this);
  private Connecting connecting;
  private Simulation.Link link;
  private boolean open = true;
  private boolean active;
  private boolean answeredByReset;

  SimulatedChannel() {
    super(null);
  }

  @Override
  public abstract SocketChannelConfig config();

  SimulatedLoop loop() {
    return (SimulatedLoop) eventLoop();
  }

  Arrivals arrivals() {
    return arrivals;
  }

  @Override
  protected ChannelId newId() {
    return new SimulatedChannelId();
  }

  @Override
  protected AbstractUnsafe newUnsafe() {
    return new ConnectingUnsafe();
  }

  private final class ConnectingUnsafe extends AbstractUnsafe {
    @Override
    public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
      if (promise.isDone() || !ensureOpen(promise)) {
        return;
      }
      if (connecting != null) {
        throw active ? new AlreadyConnectedException() : new ConnectionPendingException();
      }
      connecting = new Connecting(SimulatedChannel.this, (InetSocketAddress) remote, promise);
      link = connecting.start();
    }
  }

  /** The connection stands, from now to the end of this channel. */
  void activate() {
    active = true;
  }

  @Override
  protected boolean isCompatible(EventLoop loop) {
    return loop instanceof SimulatedLoop;
  }

  @Deprecated
  @Override
  protected void doRegister() {
    ((SimulatedChannelId) id()).number(loop().nextChannel());
  }

  @Override
  protected void doBeginRead() {
    arrivals.ask();
  }

  @Override
  protected Object filterOutboundMessage(Object message) {
    if (message instanceof ByteBuf) {
      return message;
    }
    throw new UnsupportedOperationException(
        "unsupported message type: " + StringUtil.simpleClassName(message));
  }

  /** All that is flushed goes in one write, which a connection in memory always takes whole. */
  @Override
  protected void doWrite(ChannelOutboundBuffer out) throws IOException {
    while (!out.isEmpty()) {
      ByteBuffer[] buffers = out.nioBuffers();
      byte[] bytes = new byte[(int) out.nioBufferSize()];
      ByteBuffer joined = ByteBuffer.wrap(bytes);
      for (int i = 0; i < out.nioBufferCount(); i++) {
        joined.put(buffers[i]);
      }
      if (bytes.length > 0) {
        send(bytes);
      }
      out.removeBytes(bytes.length);
    }
  }

  /**
   * After the server's FIN the first write goes out and is answered by an RST, which fails the
   * next; after its RST none does.
   */
  private void send(byte[] bytes) throws IOException {
    if (arrivals.wasReset()) {
      throw new IOException("Connection reset by peer");
    }
    if (answeredByReset) {
      throw new IOException("Broken pipe");
    }
    answeredByReset = arrivals.hasEnded();
    link.write(bytes, 0, bytes.length);
  }

  @Override
  protected void doBind(SocketAddress local) {
    throw new UnsupportedOperationException("a connection in memory has no address of its own");
  }

  @Override
  protected void doDisconnect() {
    doClose();
  }

  @Override
  protected void doClose() {
    open = false;
    active = false;
    arrivals.drop();
    if (connecting != null) {
      connecting.giveUp();
    }
    if (link != null) {
      link.close(config().getSoLinger() == 0);
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public boolean isActive() {
    return active;
  }

  @Override
  public ChannelMetadata metadata() {
    return METADATA;
  }

  @Override
  protected SocketAddress localAddress0() {
    int port = FIRST_PORT + ((SimulatedChannelId) id()).number() % PORTS;
    return active ? new InetSocketAddress(connecting.remote().getAddress(), port) : null;
  }

  @Override
  protected SocketAddress remoteAddress0() {
    return active ? connecting.remote() : null;
  }
}
