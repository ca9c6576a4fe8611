package dev.crosstalk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.Semaphore;

/** Opens connections to a thread that accepts and closes them. */
final class Connecting implements AutoCloseable {
  /** Where more wait to be accepted, the kernel drops one, and it is sent again a second later. */
  private static final int AHEAD_MAX = 64;

  private final Semaphore ahead = new Semaphore(AHEAD_MAX);
  private final ServerSocketChannel server;

  Connecting() throws IOException {
    server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 2 * AHEAD_MAX);
    Thread.ofPlatform().daemon().name("crosstalk-raw-accept").start(this::accept);
  }

  /** One connection, opened and closed; by a reset, so that no port stays taken for a minute. */
  void connect() {
    ahead.acquireUninterruptibly();
    try (SocketChannel client = SocketChannel.open(server.getLocalAddress())) {
      client.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private void accept() {
    while (server.isOpen()) {
      try (var _ = server.accept()) {
        ahead.release();
      } catch (IOException closed) {
        // By its owner, or by the client while it was accepted.
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
