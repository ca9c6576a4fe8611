package dev.crosstalk.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatedChannelTest {
  private static final InetSocketAddress SERVER = new InetSocketAddress("127.0.0.1", 6379);

  private final FakeSimulation world = new FakeSimulation();
  private final SimulatedLoop loop = new SimulatedLoop(world);
  private final Journal journal = new Journal();
  private final Bootstrap bootstrap =
      new Bootstrap().group(loop).channel(NioSocketChannel.class).handler(journal);

  @Test
  void standsBeforeNettysOwnClass() {
    assertThat(NioSocketChannel.class.getSuperclass()).isEqualTo(SimulatedSocketChannel.class);
  }

  @Test
  void connects() {
    Channel channel = connected();
    assertThat(channel.isActive()).isTrue();
    assertThat(channel).hasToString("[id: 0x00000001, L:/127.0.0.1:49153 - R:/127.0.0.1:6379]");
    assertThat(journal.lines).containsExactly("active");
  }

  @Test
  void whoeverConnectsMayPauseAndWhoeverWritesMayNot() {
    Channel channel = connected();
    int pauses = world.pauses;
    assertThat(pauses).isPositive();

    after(channel.writeAndFlush(text("a")));
    assertThat(world.pauses).isEqualTo(pauses);
  }

  @Test
  void isRefusedWhereNobodyListens() {
    world.listens = false;
    ChannelFuture connecting = connect();
    assertThat(connecting.cause())
        .isInstanceOf(ConnectException.class)
        .hasMessage("Connection refused: /127.0.0.1:6379");
    assertThat(connecting.channel().isOpen()).isFalse();
  }

  @Test
  void givesUpConnectingAfterItsTimeout() {
    world.answers = false;
    bootstrap.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 50);
    ChannelFuture connecting = bootstrap.connect(SERVER);
    world.runFor(TimeUnit.MILLISECONDS.toNanos(51));
    assertThat(connecting.cause())
        .isInstanceOf(ConnectTimeoutException.class)
        .hasMessage("connection timed out after 50 ms: /127.0.0.1:6379");
    assertThat(journal.lines).isEmpty();
  }

  @Test
  void keepsNoTimerOnceItIsConnected() {
    connected();
    assertThat(world.timersWaiting()).isZero();
  }

  @Test
  void sendsAllThatIsFlushedInOneWrite() {
    Channel channel = connected();
    channel.write(text("GET "));
    channel.write(text(""));
    channel.writeAndFlush(text("key"));
    world.run();
    assertThat(peer().written).containsExactly("GET key");
  }

  @Test
  void refusesWhatIsNoBuffer() {
    assertThat(after(connected().writeAndFlush("text")).cause())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsEachChunkByItself() {
    connected();
    peer().say("+O");
    peer().say("K");
    world.run();
    assertThat(journal.lines)
        .containsExactly("active", "read +O", "complete", "read K", "complete");
  }

  @Test
  void readsOnlyWhatIsAskedForWithAutoReadOff() {
    bootstrap.option(ChannelOption.AUTO_READ, false);
    Channel channel = connected();
    peer().say("a");
    peer().say("b");
    peer().end(false);
    world.run();
    assertThat(journal.lines).containsExactly("active");
    channel.read();
    world.run();
    assertThat(journal.lines).containsExactly("active", "read a", "complete");
    channel.config().setAutoRead(true);
    world.run();
    assertThat(journal.lines)
        .containsExactly(
            "active", "read a", "complete", "read b", "complete", "complete", "inactive");
  }

  @Test
  void takesBackTheReadThatWasAskedForWhenAutoReadGoesOff() {
    Channel channel = connected();
    channel.config().setAutoRead(false);
    world.run();
    peer().say("a");
    world.run();
    assertThat(journal.lines).containsExactly("active");
  }

  @Test
  void closesAtTheServersEnd() {
    Channel channel = connected();
    peer().end(false);
    world.run();
    assertThat(journal.lines).containsExactly("active", "complete", "inactive");
    assertThat(channel.isOpen()).isFalse();
    assertThat(peer().closedBy).isEqualTo("FIN");
  }

  @Test
  void staysHalfOpenWhereThatIsAllowed() {
    bootstrap.option(ChannelOption.ALLOW_HALF_CLOSURE, true);
    Channel channel = connected();
    peer().end(false);
    world.run();
    assertThat(journal.lines)
        .containsExactly(
            "active",
            "complete",
            "ChannelInputShutdownEvent",
            "complete",
            "ChannelInputShutdownReadComplete");
    assertThat(channel.isActive()).isTrue();
  }

  @Test
  void readsWhatCameBeforeAResetAndThenFails() {
    Channel channel = connected();
    peer().say("a");
    peer().end(true);
    world.run();
    assertThat(journal.lines)
        .containsExactly(
            "active",
            "read a",
            "complete",
            "complete",
            "java.net.SocketException: Connection reset",
            "inactive");
    assertThat(channel.isOpen()).isFalse();
  }

  @Test
  void losesTheFirstWriteAfterTheServersEndAndFailsTheNext() {
    bootstrap.option(ChannelOption.AUTO_READ, false);
    Channel channel = connected();
    peer().end(false);
    world.run();
    assertThat(after(channel.writeAndFlush(text("a"))).isSuccess()).isTrue();
    assertThat(after(channel.writeAndFlush(text("b"))).cause())
        .isInstanceOf(IOException.class)
        .hasMessage("Broken pipe");
    assertThat(journal.lines).containsExactly("active", "inactive");
  }

  @Test
  void failsTheFirstWriteAfterAReset() {
    bootstrap.option(ChannelOption.AUTO_READ, false);
    Channel channel = connected();
    peer().end(true);
    world.run();
    assertThat(after(channel.writeAndFlush(text("a"))).cause())
        .isInstanceOf(IOException.class)
        .hasMessage("Connection reset by peer");
  }

  @Test
  void failsToWriteOnceItIsClosed() {
    Channel channel = connected();
    channel.close();
    assertThat(after(channel.writeAndFlush(text("a"))).cause())
        .isInstanceOf(ClosedChannelException.class);
    assertThat(peer().written).isEmpty();
  }

  @Test
  void closesWithAFinOrWithAnRst() {
    after(connected().close());
    assertThat(peer().closedBy).isEqualTo("FIN");
    bootstrap.option(ChannelOption.SO_LINGER, 0);
    after(connected().close());
    assertThat(peer().closedBy).isEqualTo("RST");
  }

  @Test
  void hearsNothingOnceItIsClosed() {
    Channel channel = connected();
    peer().say("a");
    channel.close();
    world.run();
    channel.read();
    world.run();
    assertThat(journal.lines).doesNotContain("exception").endsWith("inactive");
  }

  @Test
  void takesEveryOption() {
    Channel channel = connected();
    assertThat(channel.config().setOption(ChannelOption.SO_KEEPALIVE, true)).isTrue();
    assertThat(channel.config().getOption(ChannelOption.SO_KEEPALIVE)).isTrue();
    assertThat(channel.config().setOption(ChannelOption.valueOf("TCP_KEEPIDLE"), 3)).isTrue();
    assertThat(channel.config().setOption(ChannelOption.SO_LINGER, -1)).isTrue();
    assertThat(channel.config().getOption(ChannelOption.SO_LINGER)).isEqualTo(-1);
  }

  /** The newest connection's. */
  private FakePeer peer() {
    return world.peers.getLast();
  }

  private Channel connected() {
    ChannelFuture connecting = connect();
    assertThat(connecting.isSuccess()).isTrue();
    return connecting.channel();
  }

  private ChannelFuture connect() {
    return after(bootstrap.clone().handler(journal).connect(SERVER));
  }

  private ChannelFuture after(ChannelFuture future) {
    world.run();
    return future;
  }

  private static ByteBuf text(String text) {
    return Unpooled.copiedBuffer(text, StandardCharsets.UTF_8);
  }
}
