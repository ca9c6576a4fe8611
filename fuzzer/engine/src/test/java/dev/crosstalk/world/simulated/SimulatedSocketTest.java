package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.simulated.TestWorld.TestStage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Socket} does in a lane of a simulated world; the same as on a platform thread. */
class SimulatedSocketTest {
  private final TestWorld worlds = new TestWorld();

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void refusesAConnectionWhereNobodyListens() {
    worlds.play(
        stage -> {
          InetSocketAddress there = stage.stage.address();
          stage.lane(
              "A",
              () -> {
                new Socket().connect(new InetSocketAddress(there.getAddress(), 1));
                return "connected";
              });
          stage.settle();
          assertThat(stage.said()).containsExactly("A: ConnectException: Connection refused");
          assertThat(stage.peers).isEmpty();
        });
  }

  @Test
  void carriesBytesBothWays() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                write(socket, "hello");
                return read(socket, 100);
              });
          stage.settle();
          assertThat(stage.peers.getFirst().heard).hasToString("hello");
          assertThat(stage.said()).isEmpty();
          stage.peers.getFirst().say("welcome");
          stage.settle();
          assertThat(stage.said()).containsExactly("A: welcome");
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void givesUpAReadAtExactlyItsTimeout() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                socket.setSoTimeout(250);
                return read(socket, 100);
              });
          stage.settle();
          stage.stage.pass(Duration.ofMillis(250).toNanos() - 1);
          assertThat(stage.said()).isEmpty();
          stage.stage.pass(1);
          assertThat(stage.said()).containsExactly("A: SocketTimeoutException: Read timed out");
          assertThat(stage.millis()).isEqualTo(250);
        });
  }

  @Test
  void aTimeoutBoundsEachReadAndLeavesTheConnectionUsable() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                socket.setSoTimeout(100);
                try {
                  return read(socket, 100);
                } catch (IOException timeout) {
                  stage.say("timeout");
                  return read(socket, 100);
                }
              });
          stage.stage.pass(100 * TestWorld.MILLI);
          stage.stage.pass(99 * TestWorld.MILLI);
          stage.peers.getFirst().say("late");
          stage.settle();
          assertThat(stage.said()).containsExactly("timeout", "A: late");
        });
  }

  @Test
  void isReadToItsEndBeforeAFin() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                write(socket, "x");
                return read(socket, 100) + read(socket, 100) + read(socket, 100);
              });
          stage.settle();
          stage.peers.getFirst().say("last").wire.close();
          stage.settle();
          assertThat(stage.said()).containsExactly("A: lastENDEND");
        });
  }

  @Test
  void isReadToItsEndBeforeAReset() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                stage.say(read(socket, 100));
                return read(socket, 100);
              });
          stage.settle();
          stage.peers.getFirst().say("last").wire.reset();
          stage.settle();
          assertThat(stage.said()).containsExactly("last", "A: SocketException: Connection reset");
        });
  }

  @Test
  void goesOnTakingWritesWhereOnlyTheOutputOfTheServerIsShut() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                String end = read(socket, 100);
                write(socket, "one ");
                write(socket, "two");
                return end + read(socket, 100);
              });
          stage.settle();
          stage.peers.getFirst().wire.shutOutput();
          stage.settle();
          assertThat(stage.said()).containsExactly("A: ENDEND");
          assertThat(stage.peers.getFirst().heard).hasToString("one two");
        });
  }

  @Test
  void leavesItsBytesAndItsEndToAServerThatReadsLater() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                stage.say(read(socket, 100));
                write(socket, "one ");
                write(socket, "two");
                socket.close();
                return "closed";
              });
          stage.settle();
          ScriptedPeer peer = stage.peers.getFirst();
          peer.wire.stopReading();
          peer.say("go");
          stage.settle();
          assertThat(stage.said()).containsExactly("go", "A: closed");
          assertThat(peer.heard).isEmpty();
          assertThat(peer.ended).isFalse();
          peer.wire.readAgain();
          assertThat(peer.heard).hasToString("one two");
          assertThat(peer.ended).isTrue();
        });
  }

  @Test
  void isResetByAServerThatEndsItUnread() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                stage.say(read(socket, 100));
                write(socket, "x");
                return read(socket, 100);
              });
          stage.settle();
          stage.peers.getFirst().wire.stopReading();
          stage.peers.getFirst().say("go");
          stage.settle();
          stage.peers.getFirst().wire.close();
          stage.settle();
          assertThat(stage.said()).containsExactly("go", "A: SocketException: Connection reset");
        });
  }

  @Test
  void takesOneWriteAfterAFinAndNoMore() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                stage.say(read(socket, 100));
                write(socket, "one");
                stage.say("written");
                write(socket, "two");
                return "written again";
              });
          stage.settle();
          stage.peers.getFirst().wire.close();
          stage.settle();
          assertThat(stage.said())
              .containsExactly("END", "written", "A: SocketException: Broken pipe");
        });
  }

  @Test
  void refusesAWriteAfterAReset() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.stage.lane("A");
          Socket[] socket = {null};
          stage.run(lane, "A", () -> "" + (socket[0] = connected(stage)).isConnected());
          stage.settle();
          stage.peers.getFirst().wire.reset();
          stage.settle();
          for (int i = 0; i < 2; i++) {
            stage.run(
                lane,
                "A",
                () -> {
                  write(socket[0], "x");
                  return "written";
                });
          }
          stage.settle();
          assertThat(stage.said())
              .containsExactly(
                  "A: true",
                  "A: SocketException: Connection reset",
                  "A: SocketException: Broken pipe");
        });
  }

  @Test
  void aCloseByAnotherLaneEndsARead() {
    worlds.play(
        stage -> {
          Socket[] socket = {null};
          stage.lane("A", () -> read(socket[0] = connected(stage), 100));
          stage.settle();
          stage.lane(
              "B",
              () -> {
                socket[0].close();
                return "closed";
              });
          stage.settle();
          assertThat(stage.said())
              .containsExactly("B: closed", "A: SocketException: Socket closed");
          assertThat(stage.peers.getFirst().ended).isTrue();
        });
  }

  @Test
  void anInterruptDoesNotEndAReadAndIsKept() {
    worlds.play(
        stage -> {
          LaneThread lane =
              stage.lane(
                  "A",
                  () -> read(connected(stage), 100) + " " + Thread.currentThread().isInterrupted());
          stage.settle();
          lane.interrupt();
          stage.settle();
          assertThat(stage.said()).isEmpty();
          stage.peers.getFirst().say("all the same");
          stage.settle();
          assertThat(stage.said()).containsExactly("A: all the same true");
        });
  }

  @Test
  void anInterruptBeforeAReadDoesNotPutOffItsTimeout() {
    worlds.play(
        stage -> {
          LaneThread lane =
              stage.lane(
                  "A",
                  () -> {
                    Socket socket = connected(stage);
                    socket.setSoTimeout(100);
                    return read(socket, 100);
                  });
          stage.settle();
          stage.stage.pass(60 * TestWorld.MILLI);
          lane.interrupt();
          assertThat(stage.stage.until(() -> !stage.said.isEmpty(), 1_000 * TestWorld.MILLI))
              .isTrue();
          assertThat(stage.said()).containsExactly("A: SocketTimeoutException: Read timed out");
          assertThat(stage.millis()).isEqualTo(100);
        });
  }

  @Test
  void givesEachChunkToAReadOfItsOwn() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.stage.lane("A");
          Socket[] socket = {null};
          stage.run(lane, "A", () -> "" + (socket[0] = connected(stage)).isConnected());
          stage.settle();
          stage.peers.getFirst().say("ab", "cdefg");
          stage.settle();
          stage.run(
              lane,
              "A",
              () ->
                  socket[0].getInputStream().available()
                      + read(socket[0], 100)
                      + "|"
                      + read(socket[0], 3)
                      + "|"
                      + (char) socket[0].getInputStream().read()
                      + socket[0].getInputStream().available()
                      + read(socket[0], 100));
          stage.settle();
          assertThat(stage.said()).containsExactly("A: true", "A: 7ab|cde|f1g");
        });
  }

  @Test
  void tellsTheServerOfItsCloseOnce() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                socket.close();
                socket.close();
                return read(socket, 1);
              });
          stage.settle();
          assertThat(stage.said()).containsExactly("A: SocketException: Socket is closed");
          assertThat(stage.peers.getFirst().ended).isTrue();
        });
  }

  @Test
  void keepsItsOptions() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                Socket socket = connected(stage);
                socket.setSoTimeout(77);
                socket.setTcpNoDelay(true);
                socket.setKeepAlive(true);
                return socket.getSoTimeout()
                    + " "
                    + socket.getTcpNoDelay()
                    + " "
                    + socket.getKeepAlive()
                    + " "
                    + socket.getSoLinger()
                    + " "
                    + socket.getRemoteSocketAddress().equals(stage.stage.address());
              });
          stage.settle();
          assertThat(stage.said()).containsExactly("A: 77 true true -1 true");
        });
  }

  @Test
  void doesNotWaitOutsideOfALane() {
    worlds.play(
        stage ->
            assertThatThrownBy(() -> connected(stage))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of all lanes"));
  }

  @Test
  void outsideOfEveryWorldASocketIsTheJdks() throws IOException {
    try (var server = new ServerSocket(0);
        var socket = new Socket(server.getInetAddress(), server.getLocalPort());
        var accepted = server.accept()) {
      accepted.getOutputStream().write('x');
      assertThat(socket.getInputStream().read()).isEqualTo('x');
    }
  }

  private static Socket connected(TestStage stage) throws IOException {
    var socket = new Socket();
    socket.connect(stage.stage.address(), 1_000);
    return socket;
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** One read. */
  private static String read(Socket socket, int bytesMax) throws IOException {
    if (socket.isClosed()) {
      throw new SocketException("Socket is closed");
    }
    byte[] bytes = new byte[bytesMax];
    int count = socket.getInputStream().read(bytes);
    return count < 0 ? "END" : new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
  }
}
