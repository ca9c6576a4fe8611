package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;

/** On loopback, what one end has written lies in the other's queue when write returns. */
class ReceiveQueuesTest {

  @Test
  void countsWhatIsNotRead() throws IOException {
    try (Loopback pair = Loopback.open()) {
      int descriptor = pair.find().orElseThrow();
      assertThat(pair.unread(descriptor)).hasValue(0);
      pair.server().getOutputStream().write(new byte[7]);
      assertThat(pair.unread(descriptor)).hasValue(7);
      pair.server().getOutputStream().write(new byte[5]);
      assertThat(pair.unread(descriptor)).hasValue(12);
    }
  }

  @Test
  void countsNothingOnceItIsRead() throws IOException {
    try (Loopback pair = Loopback.open()) {
      int descriptor = pair.find().orElseThrow();
      pair.server().getOutputStream().write(new byte[7]);
      assertThat(pair.driver().getInputStream().readNBytes(3)).hasSize(3);
      assertThat(pair.unread(descriptor)).hasValue(4);
      assertThat(pair.driver().getInputStream().readNBytes(4)).hasSize(4);
      assertThat(pair.unread(descriptor)).hasValue(0);
    }
  }

  @Test
  void countsTheDriversEndAndNotTheServers() throws IOException {
    try (Loopback pair = Loopback.open()) {
      pair.driver().getOutputStream().write(new byte[3]);
      assertThat(pair.unread(pair.find().orElseThrow())).hasValue(0);
      assertThat(ReceiveQueues.find(pair.serverAddress(), pair.driverAddress()))
          .isPresent()
          .isNotEqualTo(pair.find());
    }
  }

  @Test
  void tellsConnectionsApart() throws IOException {
    try (Loopback one = Loopback.open();
        Loopback other = Loopback.open()) {
      one.server().getOutputStream().write(new byte[7]);
      assertThat(one.find()).isNotEqualTo(other.find());
      assertThat(one.unread(one.find().orElseThrow())).hasValue(7);
      assertThat(other.unread(other.find().orElseThrow())).hasValue(0);
      assertThat(one.unread(other.find().orElseThrow())).isEmpty();
    }
  }

  @Test
  void knowsNothingOfAnEndThatIsClosed() throws IOException {
    try (Loopback pair = Loopback.open()) {
      int descriptor = pair.find().orElseThrow();
      pair.server().getOutputStream().write(new byte[7]);
      pair.driver().close();
      assertThat(pair.unread(descriptor)).isEmpty();
      assertThat(pair.find()).isEmpty();
    }
  }

  @Test
  void countsOnAfterTheServerHasClosedItsEnd() throws IOException {
    try (Loopback pair = Loopback.open()) {
      int descriptor = pair.find().orElseThrow();
      pair.server().getOutputStream().write(new byte[7]);
      pair.server().shutdownOutput();
      assertThat(pair.unread(descriptor)).hasValue(7);
    }
  }

  @Test
  void findsChannelsOfEitherFamily() throws IOException {
    for (var family : StandardProtocolFamily.values()) {
      if (family == StandardProtocolFamily.UNIX) {
        continue;
      }
      try (var listener = ServerSocketChannel.open(StandardProtocolFamily.INET)) {
        listener.bind(new InetSocketAddress("127.0.0.1", 0));
        var address = (InetSocketAddress) listener.getLocalAddress();
        // A channel of the family INET6 reaches an IPv4 address as one mapped into IPv6.
        try (var driver = SocketChannel.open(family)) {
          driver.connect(address);
          var local = (InetSocketAddress) driver.getLocalAddress();
          var own = new InetSocketAddress("127.0.0.1", local.getPort());
          assertThat(ReceiveQueues.find(own, address)).as(family.name()).isPresent();
        }
      }
    }
  }
}
