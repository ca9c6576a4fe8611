package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.NeverQuietException;
import dev.crosstalk.world.simulated.TestWorld.TestStage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedWorldTest {
  private final TestWorld worlds = new TestWorld();
  private final SimulatedWorld world = worlds.world;

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void canBeHadOnThisJvm() {
    assertThat(SimulatedWorld.missing()).isEmpty();
    assertThat(world.kind()).isEqualTo(WorldKind.SIMULATED);
    assertThat(world.name()).isEqualTo("simulated");
  }

  @Test
  void keepsDurationsAsTheyAre() {
    assertThat(world.scaled(Duration.ofMillis(3), Duration.ofMillis(1))).hasMillis(3);
  }

  @Test
  void setsAStageOnItsOwnThreadOnly() {
    assertThatThrownBy(() -> world.open(wire -> new ScriptedPeer(wire), TestWorld.FIRST))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("by call()");
  }

  @Test
  void runsOneCaseAtATime() {
    worlds.play(
        stage ->
            assertThatThrownBy(() -> world.open(ScriptedPeer::new, TestWorld.FIRST))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a world runs one case at a time"));
    worlds.play(TestStage::settle);
  }

  @Test
  void givesEachCaseAnAddressOfItsOwn() {
    var addresses = new ArrayList<InetSocketAddress>();
    for (int i = 0; i < 3; i++) {
      worlds.play(stage -> addresses.add(stage.stage.address()));
    }
    assertThat(addresses).doesNotHaveDuplicates().allMatch(a -> a.getAddress().isLoopbackAddress());
  }

  @Test
  void isCleanWhenALaneEndsWithItsCase() {
    worlds.play(
        stage -> {
          stage.lane("A", () -> "" + connected(stage).getInputStream().read());
          stage.lane("B", () -> "done");
          stage.settle();
        });
    assertThat(world.isSoiled()).isFalse();
  }

  @Test
  void isSoiledWhenALaneIsLeftBehind() {
    worlds.play(SimulatedWorldTest::leaveBehind);
    assertThat(world.isSoiled()).isTrue();
  }

  @Test
  void whatIsLeftBehindGoesOnOutsideOfTheWorldWhenItIsWoken() throws Exception {
    var gone = new CountDownLatch(1);
    var wake = new CountDownLatch(1);
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                wake.await();
                gone.countDown();
                return "too late";
              });
          stage.settle();
        });
    worlds.play(
        stage -> {
          wake.countDown();
          stage.settle();
          assertThat(stage.said()).isEmpty();
          assertThat(stage.stage.disturbance()).isEmpty();
        });
    gone.await();
  }

  @Test
  void saysWhereItsLanesAre() {
    worlds.play(
        stage -> {
          leaveBehind(stage);
          assertThat(world.whereItIs())
              .startsWith("the world's thread is at\n    ")
              .contains("\nlane left, WAITING\n")
              .contains("SimulatedWorldTest.lambda$leaveBehind");
        });
  }

  @Test
  void givesUpOnATaskThatQueuesItselfForEver() {
    assertThatThrownBy(
            () ->
                worlds.play(
                    stage -> {
                      requeue(stage.stage.simulation().orElseThrow());
                      stage.settle();
                    }))
        .isInstanceOf(NeverQuietException.class)
        .hasMessageStartingWith(
            "1000000 turns while the clock stood still, the world's thread is at\n");
    assertThat(world.isSoiled()).isTrue();
    worlds.play(TestStage::settle);
  }

  @Test
  void givesUpOnAnAlarmThatSetsItselfForEver() {
    assertThatThrownBy(
            () ->
                worlds.play(
                    stage -> {
                      ringAgain(stage.stage.simulation().orElseThrow(), 0);
                      stage.stage.pass(1);
                    }))
        .isInstanceOf(NeverQuietException.class);
  }

  @Test
  void doesNotGiveUpWhileTheClockMoves() {
    worlds.play(
        stage -> {
          ringAgain(stage.stage.simulation().orElseThrow(), 1);
          stage.stage.pass(1_000_100);
          assertThat(stage.stage.nanos()).isEqualTo(1_000_100);
        });
  }

  @Test
  void handsOnWhatATaskThrows() {
    var mistake = new IOException("ours");
    assertThatThrownBy(
            () ->
                world.call(
                    () -> {
                      throw mistake;
                    },
                    Duration.ofSeconds(20)))
        .isInstanceOf(ExecutionException.class)
        .hasCause(mistake);
  }

  @Test
  void waitsForATaskNoLongerThanAsked() {
    var end = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                world.call(
                    () -> {
                      end.await();
                      return "";
                    },
                    Duration.ofMillis(20)))
        .isInstanceOf(TimeoutException.class);
    end.countDown();
    assertThat(worlds.<String>call(() -> "back")).isEqualTo("back");
  }

  @Test
  void chanceIsTheSameInEachCase() {
    var drawn = new ArrayList<Integer>();
    for (int i = 0; i < 2; i++) {
      worlds.play(stage -> drawn.add(world.random().nextInt()));
    }
    assertThat(drawn.getFirst()).isEqualTo(drawn.getLast());
  }

  /** Else what a case measures in milliseconds hangs on where the one before it ended. */
  @Test
  void eachCaseBeginsOnAWholeMillisecond() {
    worlds.play(stage -> stage.stage.pass(1_234_567));
    worlds.play(
        stage -> {
          long from = clockMillis();
          stage.stage.pass(900_000);
          assertThat(clockMillis()).isEqualTo(from);
          stage.stage.pass(100_000);
          assertThat(clockMillis()).isEqualTo(from + 1);
        });
  }

  @Test
  void twoWorldsAtOnceDoNotMeet() throws Exception {
    var together = new CyclicBarrier(2);
    try (var other = new TestWorld()) {
      Thread beside = Thread.ofPlatform().start(() -> exchange(other, together, "other"));
      exchange(worlds, together, "one");
      beside.join();
    }
  }

  /** Both worlds have the same address; each answers its own lanes, while the other is open. */
  private static void exchange(TestWorld worlds, CyclicBarrier together, String name) {
    worlds.play(
        stage -> {
          together.await();
          stage.lane(
              name,
              () -> {
                Socket socket = connected(stage);
                socket.getOutputStream().write(name.getBytes());
                return new String(socket.getInputStream().readNBytes(name.length()));
              });
          stage.settle();
          assertThat(stage.peers).hasSize(1);
          assertThat(stage.peers.getFirst().heard).hasToString(name);
          stage.stage.pass(name.length() * TestWorld.MILLI);
          together.await();
          stage.peers.getFirst().say(name);
          stage.settle();
          assertThat(stage.said()).containsExactly(name + ": " + name);
          assertThat(stage.millis()).isEqualTo(name.length());
          together.await();
        });
  }

  private long clockMillis() {
    return ((SimulatedThread) Thread.currentThread()).currentTimeMillis();
  }

  private static void leaveBehind(TestStage stage) {
    stage.lane(
        "left",
        () -> {
          new CountDownLatch(1).await();
          return "never";
        });
    stage.settle();
  }

  private static void requeue(Simulation simulation) {
    simulation.execute(() -> requeue(simulation));
  }

  private static void ringAgain(Simulation simulation, long delayNanos) {
    simulation.schedule(delayNanos, () -> ringAgain(simulation, delayNanos));
  }

  private static Socket connected(TestStage stage) throws IOException {
    var socket = new Socket();
    socket.connect(stage.stage.address());
    return socket;
  }
}
