package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Wire;
import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/**
 * One connection from being opened to being closed: commands out, replies in. At most one thread
 * sends and one receives at a time; {@link #close} comes from any.
 */
public final class Connection {
  private static final int CHUNK_BYTES_MAX = 1 << 14;

  private final Wire wire;
  private final Decoder decoder;
  private final byte[] chunk = new byte[CHUNK_BYTES_MAX];
  private volatile boolean closed;

  /**
   * @param wire not connected yet
   */
  public Connection(Wire wire, Decoder decoder) {
    this.wire = wire;
    this.decoder = decoder;
  }

  /**
   * Connects and shakes hands. The timeout bounds the connecting and then each read.
   *
   * @throws NotConnectedException when nobody listens, or the server declines the handshake
   * @throws IOException when the connection ends or stalls in the handshake
   */
  void open(Setup setup) throws IOException {
    Duration timeout = setup.settings().timeout();
    try {
      wire.connect(setup.address(), timeout);
    } catch (SocketTimeoutException stalled) {
      throw stalled;
    } catch (IOException refused) {
      throw new NotConnectedException("cannot connect to " + setup.address(), refused);
    }
    wire.readTimeout(timeout);
    Handshake.perform(this, setup.settings());
  }

  void readWithoutTimeout() throws IOException {
    wire.readTimeout(Duration.ZERO);
  }

  public void send(byte[] command) throws IOException {
    wire.output().write(command);
  }

  /** Waits for the next reply or push. */
  Reply receive() throws IOException {
    Optional<Reply> next = decoder.next();
    while (next.isEmpty()) {
      fill();
      next = decoder.next();
    }
    return next.get();
  }

  /** Sends a command and waits for its reply; pushes before it are dropped. */
  Reply exchange(byte[] command) throws IOException {
    send(command);
    return reply();
  }

  /** Waits for the next reply; pushes before it are dropped. */
  public Reply reply() throws IOException {
    Reply reply = receive();
    while (reply instanceof Reply.Push) {
      reply = receive();
    }
    return reply;
  }

  /** Whether nothing has come that nobody asked for: pushes at most. Does not wait. */
  boolean isSilent() throws IOException {
    if (wire.input().available() > 0) {
      fill();
    }
    try {
      Optional<Reply> next = decoder.next();
      while (next.isPresent()) {
        if (!(next.get() instanceof Reply.Push)) {
          return false;
        }
        next = decoder.next();
      }
    } catch (GarbledReplyException noise) {
      return false;
    }
    return !decoder.holdsPartOfReply();
  }

  private void fill() throws IOException {
    int length = wire.input().read(chunk);
    if (length < 0) {
      throw new EOFException("the server closed the connection");
    }
    decoder.feed(chunk, length);
  }

  boolean isClosed() {
    return closed;
  }

  void close() {
    closed = true;
    wire.close();
  }
}
