package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class FiredSocketTest {
  private static final int TIMEOUT_MILLIS = 60_000;
  private static final int ROUNDS = 2_000;

  /** A new socket for each, since what is closed may be so before, while and after it connects. */
  private static final class FiredClient extends Socket {
    FiredClient() throws SocketException {
      super(new FiredSocket(address -> Optional.empty()));
    }
  }

  @Test
  void aSocketClosedWhileItConnectsSaysSo() throws Exception {
    try (var closers = Executors.newSingleThreadExecutor();
        var listener = new ServerSocket(0, ROUNDS, InetAddress.getByName("127.0.0.1"))) {
      var to = new InetSocketAddress(listener.getInetAddress(), listener.getLocalPort());
      for (int round = 0; round < ROUNDS; round++) {
        try (var socket = new FiredClient()) {
          int spins = round;
          var closing = CompletableFuture.runAsync(() -> closeAfter(spins, socket), closers);
          try {
            socket.connect(to, TIMEOUT_MILLIS);
            listener.accept().close();
          } catch (SocketException closed) {
            assertThat(closed).hasMessageContaining("losed");
          }
          closing.get();
        }
      }
    }
  }

  private static void closeAfter(int spins, Socket socket) {
    try {
      for (int spin = 0; spin < spins; spin++) {
        Thread.onSpinWait();
      }
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
