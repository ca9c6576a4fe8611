package dev.crosstalk.world.tcp;

import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One connection over TCP. Everything is written by the case's loop, which asks for the next chunk
 * right before it writes: there is no second way for a byte to leave.
 */
final class ServerWire implements Wire, ServerLoop.Ready {
  private static final int EOF = -1;

  /** A driver that reads at all has taken a piece by then. */
  private static final long TAKEN_NANOS_MAX = 2_000_000;

  private final ServerLoop loop;
  private final SocketChannel channel;
  private final SelectionKey key;
  private final InetSocketAddress driver;
  private final InetSocketAddress server;
  private Peer peer;

  /** The rest of a chunk that the kernel has no room for; null where all is written. */
  private ByteBuffer rest;

  /** Whether a piece was written that is to be taken before the next one. */
  private boolean awaitsTaking;

  /** How the server ends the connection once all is written; null while it does not. */
  private Runnable ending;

  private OptionalInt descriptor = OptionalInt.empty();
  private boolean outputShut;
  private boolean unheard;
  private boolean gone;
  private long received;
  private long sent;

  /** Of a connection that was just accepted. */
  ServerWire(ServerLoop loop, SocketChannel channel) throws IOException {
    this.loop = loop;
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    driver = (InetSocketAddress) channel.getRemoteAddress();
    server = (InetSocketAddress) channel.getLocalAddress();
    key = channel.register(loop.selector(), SelectionKey.OP_READ, this);
  }

  /** Who is told of what happens from now on. */
  void serve(Peer newPeer) {
    peer = newPeer;
  }

  /** The driver's address. */
  InetSocketAddress driver() {
    return driver;
  }

  /** Whether the server has taken the connection. */
  boolean isAccepted() {
    return peer != null;
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
    return gone || ending != null;
  }

  /** Whether the server has ended its output: whoever reads finds the end. */
  boolean isOutputShut() {
    return outputShut;
  }

  /** Whether what the driver sends, and its end, is left where it is. */
  boolean isUnheard() {
    return unheard;
  }

  @Override
  public void flush() {
    loop.execute(this::writeNext);
  }

  @Override
  public void close() {
    loop.execute(() -> end(this::finish));
  }

  @Override
  public void reset() {
    loop.execute(() -> end(this::abort));
  }

  @Override
  public void shutOutput() {
    loop.execute(
        () -> {
          outputShut = true;
          shutIfWritten();
        });
  }

  @Override
  public void stopReading() {
    loop.execute(() -> listen(false));
  }

  @Override
  public void readAgain() {
    loop.execute(() -> listen(true));
  }

  private void listen(boolean heard) {
    unheard = !heard;
    setInterest();
  }

  private void setInterest() {
    if (!gone) {
      key.interestOps(
          (unheard ? 0 : SelectionKey.OP_READ) | (rest == null ? 0 : SelectionKey.OP_WRITE));
    }
  }

  private void shutIfWritten() {
    if (outputShut && rest == null && !gone) {
      try {
        channel.shutdownOutput();
      } catch (IOException endedMeanwhile) {
        // Then there is nothing to shut.
      }
    }
  }

  private void end(Runnable how) {
    if (ending == null) {
      ending = how;
      endIfWritten();
    }
  }

  private void endIfWritten() {
    if (ending != null && rest == null && !gone) {
      ending.run();
    }
  }

  /**
   * What has arrived is read first, unless it is to lie: the kernel resets a connection that is
   * closed unread.
   */
  private void finish() {
    if (!unheard) {
      read();
    }
    leave();
  }

  private void abort() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException endedMeanwhile) {
      // Then there is nothing to reset.
    }
    leave();
  }

  /** Closes this end. */
  private void leave() {
    if (!gone) {
      try {
        channel.close();
      } catch (IOException endedMeanwhile) {
        // The driver's end is what counts.
      }
      peer.ended();
      gone = true;
      rest = null;
    }
  }

  @Override
  public boolean written() {
    return gone || (rest == null && !awaitsTaking);
  }

  @Override
  public boolean taken() {
    if (!written()) {
      return false;
    }
    if (ending != null || outputShut) {
      return descriptor.isEmpty() || !ReceiveQueues.isHeld(descriptor.getAsInt(), driver);
    }
    return !isUnread();
  }

  /** Whether bytes lie in the driver's socket that it has not read. */
  private boolean isUnread() {
    if (gone) {
      return false;
    }
    if (descriptor.isEmpty()) {
      descriptor = ReceiveQueues.find(driver, server);
    }
    // A descriptor that cannot be found belongs to a socket that the driver has closed already.
    return descriptor.isPresent()
        && ReceiveQueues.unread(descriptor.getAsInt(), driver, server).orElse(0) > 0;
  }

  @Override
  public void ready(SelectionKey ready) {
    if (ready.isWritable()) {
      writeRest();
      setInterest();
      loop.execute(this::writeNext);
    }
    if (!gone && ready.isReadable()) {
      read();
    }
  }

  /** A reset by the driver looks like an exception. */
  private void read() {
    try {
      int count;
      boolean full;
      do {
        ByteBuffer buffer = loop.buffer();
        count = channel.read(buffer);
        full = !buffer.hasRemaining();
        if (count > 0) {
          byte[] bytes = new byte[count];
          buffer.flip().get(bytes);
          peer.received(bytes);
          received += count;
        }
      } while (full && !gone);
      if (count == EOF) {
        leave();
      }
    } catch (IOException reset) {
      leave();
    }
  }

  private void writeNext() {
    while (!gone && rest == null && !awaitsTaking) {
      Optional<byte[]> chunk = peer.next();
      if (chunk.isEmpty()) {
        return;
      }
      sent += chunk.get().length;
      rest = ByteBuffer.wrap(chunk.get());
      writeRest();
    }
  }

  private void writeRest() {
    try {
      channel.write(rest);
    } catch (IOException ended) {
      leave();
      return;
    }
    if (rest.hasRemaining()) {
      setInterest();
    } else {
      rest = null;
      if (peer.hasNext()) {
        awaitTaking();
      }
      shutIfWritten();
      endIfWritten();
    }
  }

  /** Of several pieces each is written when the driver has taken the one before, or will not. */
  private void awaitTaking() {
    long until = System.nanoTime() + TAKEN_NANOS_MAX;
    awaitsTaking = true;
    loop.look(
        () -> {
          boolean waits = isUnread() && System.nanoTime() - until < 0;
          if (!waits) {
            awaitsTaking = false;
            loop.execute(this::writeNext);
          }
          return !waits;
        });
  }

  /** Resets the connection at once, whatever was to be written. */
  void drop() {
    if (!gone) {
      abort();
    }
  }
}
