package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.world.simulated.TestWorld.TestStage;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Monitors that are the JDK's, as they are to classes that were not rewritten: who gets one next is
 * told by a thread of the JDK's, at any time, and must not show.
 */
class MonitorBarrierTest {
  private static final int RUNS = 200;
  private static final int LANES = 5;

  private final TestWorld worlds = new TestWorld();

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void lanesThatContendForAMonitorGetItInTheSameOrderEachTime() {
    Set<List<String>> orders = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      orders.add(contended(1));
    }
    assertThat(orders).singleElement().satisfies(o -> assertThat(o).hasSize(3 * LANES));
  }

  @Test
  void whoGetsAMonitorIsTheSchedulesChoice() {
    Set<List<String>> orders = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      orders.add(contended(seed));
    }
    assertThat(orders).hasSizeGreaterThan(5);
  }

  @Test
  void lanesThatWaitAreNotifiedInTheSameOrderEachTime() {
    Set<List<String>> orders = new HashSet<>();
    for (int run = 0; run < RUNS; run++) {
      orders.add(notified(1));
    }
    assertThat(orders).singleElement().satisfies(o -> assertThat(o).hasSize(LANES + 1));
  }

  @Test
  void aTimedWaitEndsByTheWorldsClock() {
    worlds.play(
        stage -> {
          var lock = new Object();
          stage.lane(
              "A",
              () -> {
                synchronized (lock) {
                  lock.wait(50);
                }
                return "at " + stage.millis();
              });
          stage.settle();
          assertThat(stage.said()).isEmpty();
          stage.stage.pass(50 * TestWorld.MILLI);
          assertThat(stage.said()).containsExactly("A: at 50");
        });
  }

  private List<String> contended(long seed) {
    return played(
        seed,
        stage -> {
          var lock = new Object();
          for (int i = 0; i < LANES; i++) {
            String name = "L" + i;
            stage.lane(
                name,
                () -> {
                  for (int round = 0; round < 2; round++) {
                    synchronized (lock) {
                      stage.say(name);
                      Thread.yield();
                    }
                  }
                  return "done";
                });
          }
        });
  }

  private List<String> notified(long seed) {
    return played(
        seed,
        stage -> {
          var lock = new Object();
          boolean[] open = {false};
          for (int i = 0; i < LANES; i++) {
            stage.lane(
                "L" + i,
                () -> {
                  synchronized (lock) {
                    while (!open[0]) {
                      lock.wait();
                    }
                    Thread.yield();
                  }
                  return "let in";
                });
          }
          stage.settle();
          stage.lane(
              "opener",
              () -> {
                synchronized (lock) {
                  open[0] = true;
                  lock.notifyAll();
                }
                return "open";
              });
        });
  }

  /** What is said until all is quiet, under choices drawn from a seed. */
  private List<String> played(long seed, TestWorld.Scene scene) {
    var random = new Random(seed);
    TestStage[] played = {null};
    worlds.play(
        random::nextInt,
        stage -> {
          scene.play(stage);
          stage.settle();
          played[0] = stage;
        });
    return List.copyOf(played[0].said);
  }
}
