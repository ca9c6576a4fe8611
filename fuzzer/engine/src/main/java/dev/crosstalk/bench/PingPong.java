package dev.crosstalk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Sends 64 bytes over one connection to a thread that sends them back. */
final class PingPong implements AutoCloseable {
  private static final int BYTES = 64;

  private final ByteBuffer bytes = ByteBuffer.allocateDirect(BYTES);
  private final SocketChannel near;
  private final SocketChannel far;

  PingPong() throws IOException {
    try (ServerSocketChannel server = ServerSocketChannel.open()) {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      near = SocketChannel.open(server.getLocalAddress());
      far = server.accept();
    }
    near.setOption(StandardSocketOptions.TCP_NODELAY, true);
    far.setOption(StandardSocketOptions.TCP_NODELAY, true);
    Thread.ofPlatform().daemon().name("crosstalk-raw-echo").start(this::echo);
  }

  /** There and back. */
  void roundTrip() {
    try {
      bytes.clear();
      write(near, bytes);
      if (!read(near, bytes)) {
        throw new IllegalStateException("the connection ended");
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void echo() {
    ByteBuffer echoed = ByteBuffer.allocateDirect(BYTES);
    try {
      while (read(far, echoed)) {
        write(far, echoed);
      }
    } catch (IOException closed) {
      // By its owner.
    }
  }

  /** Fills a buffer anew and turns it round; false at the end of the connection. */
  private static boolean read(SocketChannel from, ByteBuffer into) throws IOException {
    into.clear();
    while (into.hasRemaining()) {
      if (from.read(into) < 0) {
        return false;
      }
    }
    into.flip();
    return true;
  }

  private static void write(SocketChannel to, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int ignored = to.write(bytes);
    }
  }

  @Override
  public void close() throws IOException {
    near.close();
    far.close();
  }
}
