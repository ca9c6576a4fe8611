package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.VirtualClock.Due;
import dev.crosstalk.world.simulated.TestWorld.TestStage;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The world as a driver's adapter meets it. */
class WorldSimulationTest {
  private final TestWorld worlds = new TestWorld();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void tellsAReceiverInLaterTurnsWhatHappens() {
    worlds.play(
        stage -> {
          Simulation.Link link =
              simulation(stage).connect(stage.stage.address(), new TellingReceiver(told));
          assertThat(told).isEmpty();
          stage.settle();
          byte[] bytes = "xhix".getBytes(StandardCharsets.ISO_8859_1);
          link.write(bytes, 1, 2);
          bytes[1] = 'X';
          stage.peers.getFirst().say("a", "b").wire.close();
          assertThat(told).containsExactly("connected");
          assertThat(stage.peers.getFirst().wire.taken()).isFalse();
          stage.settle();
          assertThat(told).containsExactly("connected", "received a", "received b", "ended by fin");
          assertThat(stage.peers.getFirst().heard).hasToString("hi");
          assertThat(stage.peers.getFirst().wire.taken()).isTrue();
        });
  }

  @Test
  void refusesWhereNobodyListens() {
    worlds.play(
        stage -> {
          var nowhere = new InetSocketAddress(stage.stage.address().getAddress(), 2);
          simulation(stage).connect(nowhere, new TellingReceiver(told));
          assertThat(told).isEmpty();
          stage.settle();
          assertThat(told).containsExactly("refused");
        });
  }

  @Test
  void receivesNothingAfterItsOwnClose() {
    worlds.play(
        stage -> {
          Simulation.Link link =
              simulation(stage).connect(stage.stage.address(), new TellingReceiver(told));
          stage.settle();
          stage.peers.getFirst().say("lost").wire.close();
          link.close(false);
          link.write(new byte[] {1}, 0, 1);
          stage.settle();
          assertThat(told).containsExactly("connected");
          assertThat(stage.peers.getFirst().ended).isTrue();
          assertThat(stage.peers.getFirst().heard).isEmpty();
        });
  }

  @Test
  void theServerHearsNothingOfAConnectionThatWasClosedBeforeItCame() {
    worlds.play(
        stage -> {
          simulation(stage).connect(stage.stage.address(), new TellingReceiver(told)).close(true);
          stage.settle();
          assertThat(told).isEmpty();
          assertThat(stage.peers).isEmpty();
        });
  }

  @Test
  void executesInTurnsThatTheScheduleChooses() {
    worlds.play(
        options -> options - 1,
        stage -> {
          for (String name : List.of("a", "b", "c")) {
            simulation(stage).execute(() -> told.add(name));
          }
          assertThat(told).isEmpty();
          stage.settle();
          assertThat(told).containsExactly("c", "b", "a");
        });
  }

  @Test
  void runsWhatIsDueOnceAndNotWhatWasTakenBack() {
    worlds.play(
        stage -> {
          Simulation simulation = simulation(stage);
          long from = simulation.nanos();
          simulation.schedule(-1, () -> told.add("at once"));
          Due ten = simulation.schedule(10, () -> told.add("10"));
          Due twenty = simulation.schedule(20, () -> told.add("20"));
          assertThat(twenty.cancel()).isTrue();
          assertThat(twenty.cancel()).isFalse();
          stage.settle();
          assertThat(told).isEmpty();
          stage.stage.pass(30);
          assertThat(told).containsExactly("at once", "10");
          assertThat(ten.cancel()).isFalse();
          assertThat(simulation.nanos()).isEqualTo(from + 30);
        });
  }

  @Test
  void givesThreadsThatAreOfTheWorld() {
    worlds.play(
        stage -> {
          Simulation simulation = simulation(stage);
          Thread thread =
              simulation.thread(
                  "mine",
                  () -> {
                    told.add(Thread.currentThread().getName() + " " + simulation.isInside());
                    try {
                      Thread.sleep(10);
                    } catch (InterruptedException nobodyDoes) {
                      told.add("interrupted");
                    }
                    told.add("slept until " + stage.millis());
                  });
          assertThat(simulation.isInside()).isTrue();
          thread.start();
          assertThat(told).isEmpty();
          stage.settle();
          assertThat(told).containsExactly("mine true");
          stage.stage.pass(10 * TestWorld.MILLI);
          assertThat(told).endsWith("slept until 10");
          assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
        });
    assertThat(worlds.world.simulation().isInside()).isFalse();
  }

  @Test
  void forgetsWhatIsNotDueWhenACaseEnds() {
    worlds.play(stage -> simulation(stage).schedule(10, () -> told.add("too late")));
    worlds.play(stage -> stage.stage.pass(100));
    assertThat(told).isEmpty();
    assertThat(worlds.world.isSoiled()).isFalse();
  }

  private static Simulation simulation(TestStage stage) {
    return stage.stage.simulation().orElseThrow();
  }
}
