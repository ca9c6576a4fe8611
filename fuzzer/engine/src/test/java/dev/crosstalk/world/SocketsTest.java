package dev.crosstalk.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SocketsTest {
  private final List<String> asked = new ArrayList<>();

  @Test
  void asksItsMakersInTheirOrderAndElseTheJdk() throws IOException {
    Thread me = Thread.currentThread();
    Sockets.Maker first = passing(me, "first");
    Sockets.Maker second = passing(me, "second");
    Sockets.add(first);
    Sockets.add(second);
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var accepted = server.accept()) {
      accepted.getOutputStream().write('x');
      assertThat(socket.getInputStream().read()).isEqualTo('x');
      assertThat(asked).startsWith("first", "second");
    } finally {
      Sockets.remove(first);
      Sockets.remove(second);
    }
  }

  @Test
  void asksNobodyWhoIsRemoved() throws IOException {
    Sockets.Maker maker = passing(Thread.currentThread(), "gone");
    Sockets.add(maker);
    Sockets.remove(maker);
    try (var socket = new Socket()) {
      assertThat(socket.isConnected()).isFalse();
      assertThat(socket.getReuseAddress()).isFalse();
    }
    assertThat(asked).isEmpty();
  }

  /** Other tests may make sockets, too. */
  private Sockets.Maker passing(Thread thread, String name) {
    return () -> {
      if (Thread.currentThread() == thread) {
        asked.add(name);
      }
      return Optional.empty();
    };
  }
}
