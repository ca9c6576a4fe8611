package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.simulated.TestWorld.TestStage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedStageTest {
  private static final long MILLI = TestWorld.MILLI;
  private static final long HOUR = 3_600_000 * MILLI;

  private final TestWorld worlds = new TestWorld();

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void settlesAllThatCanRunAndNeverMovesTheClock() {
    worlds.play(
        stage -> {
          ring(stage, 10);
          stage.lane(
              "A",
              () -> {
                Thread.yield();
                Thread.sleep(5);
                return "slept";
              });
          assertThat(stage.stage.settle(() -> false)).isTrue();
          assertThat(stage.said()).isEmpty();
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void knowsTheDriversThreadsThatHaveBegunAndNotEnded() {
    worlds.play(
        stage -> {
          stage.lane("A", () -> String.valueOf(new CountDownLatch(1).getCount()));
          Simulation simulation = stage.stage.simulation().orElseThrow();
          Thread left = simulation.thread("left", LockSupport::park);
          Thread ending = simulation.thread("ending", () -> stage.say("ends"));
          Thread notStarted = simulation.thread("not started", LockSupport::park);
          left.start();
          ending.start();
          stage.settle();
          assertThat(stage.stage.driverThreads().orElseThrow()).containsExactly(left);
          notStarted.start();
          LockSupport.unpark(left);
          stage.settle();
          assertThat(stage.stage.driverThreads().orElseThrow()).containsExactly(notStarted);
        });
  }

  @Test
  void waitsFromAlarmToAlarm() {
    worlds.play(
        stage -> {
          ring(stage, 10, 20, 30);
          assertThat(stage.stage.until(() -> stage.said.contains("20"), HOUR)).isTrue();
          assertThat(stage.said()).containsExactly("10", "20");
          assertThat(stage.millis()).isEqualTo(20);
        });
  }

  @Test
  void waitsNotPastItsBound() {
    worlds.play(
        stage -> {
          ring(stage, 10, 20);
          assertThat(stage.stage.until(() -> stage.said.contains("20"), 19 * MILLI)).isFalse();
          assertThat(stage.said()).containsExactly("10");
          assertThat(stage.millis()).isEqualTo(19);
          assertThat(stage.stage.until(() -> stage.said.contains("20"), MILLI)).isTrue();
          assertThat(stage.millis()).isEqualTo(20);
        });
  }

  @Test
  void doesNotWaitWhereNothingCanHappen() {
    worlds.play(
        stage -> {
          stage.lane(
              "A",
              () -> {
                new CountDownLatch(1).await();
                return "never";
              });
          assertThat(stage.stage.until(() -> false, HOUR)).isFalse();
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void doesNotWaitForWhatHoldsAlready() {
    worlds.play(
        stage -> {
          ring(stage, 10);
          assertThat(stage.stage.until(() -> true, HOUR)).isTrue();
          assertThat(stage.stage.until(() -> false, 0)).isFalse();
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void soonStopsAsSoonAsTheConditionHolds() {
    worlds.play(
        stage -> {
          for (String name : List.of("a", "b", "c")) {
            simulation(stage).execute(() -> stage.say(name));
          }
          ring(stage, 10);
          assertThat(stage.stage.soon(() -> stage.said.contains("b"))).isTrue();
          assertThat(stage.said()).containsExactly("a", "b");
          assertThat(stage.stage.soon(() -> stage.said.contains("d"))).isFalse();
          assertThat(stage.said()).containsExactly("c");
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void letsAllHappenThatIsDueWhileTimePasses() {
    worlds.play(
        stage -> {
          ring(stage, 30, 10, 31);
          stage.lane(
              "A",
              () -> {
                Thread.sleep(10);
                Thread.sleep(20);
                return "woke at " + stage.millis();
              });
          stage.stage.pass(30 * MILLI);
          assertThat(stage.said()).containsExactly("10", "30", "A: woke at 30");
          assertThat(stage.millis()).isEqualTo(30);
          stage.stage.pass(0);
          assertThat(stage.millis()).isEqualTo(30);
        });
  }

  @Test
  void proceedsByAsManyTurnsAsChosen() {
    int[] chosen = {0};
    worlds.play(
        options -> Math.min(chosen[0], options - 1) * (options == 9 ? 1 : 0),
        stage -> {
          for (int i = 0; i < 5; i++) {
            String name = "t" + i;
            simulation(stage).execute(() -> stage.say(name));
          }
          stage.stage.proceed();
          assertThat(stage.said()).isEmpty();
          chosen[0] = 2;
          stage.stage.proceed();
          assertThat(stage.said()).containsExactly("t0", "t1");
          chosen[0] = 8;
          stage.stage.proceed();
          assertThat(stage.said()).containsExactly("t2", "t3", "t4");
        });
  }

  @Test
  void hasATimeOfItsOwn() {
    worlds.play(stage -> stage.stage.pass(5 * MILLI));
    worlds.play(stage -> assertThat(stage.stage.nanos()).isZero());
  }

  @Test
  void showsWhereALaneWaitsOnlyWhenNothingCanWakeIt() {
    worlds.play(
        stage -> {
          LaneThread lane =
              stage.lane(
                  "A",
                  () -> {
                    Thread.sleep(10);
                    new CountDownLatch(1).await();
                    return "never";
                  });
          assertThat(stage.stage.stackIfDead(lane)).isEmpty();
          stage.settle();
          assertThat(stage.stage.stackIfDead(lane)).as("an alarm is set").isEmpty();
          stage.stage.pass(10 * MILLI);
          assertThat(stage.stage.stackIfDead(lane))
              .hasValueSatisfying(
                  stack -> assertThat(stack).anyMatch(f -> f.contains("SimulatedStageTest.")));
          assertThat(stage.stage.stackIfDead(stage.stage.lane("idle"))).contains(List.of());
        });
  }

  @Test
  void anEndedStageResetsItsConnections() {
    var received = new ArrayList<String>();
    var receiver = new TellingReceiver(received);
    worlds.play(
        stage -> {
          simulation(stage).connect(stage.stage.address(), receiver);
          stage.settle();
        });
    assertThat(received).containsExactly("connected", "ended by reset");
  }

  @Test
  void tellsWhenALaneWasWokenFromOutside() {
    worlds.play(
        stage -> {
          Thread[] parked = {null};
          stage.lane(
              "A",
              () -> {
                parked[0] = Thread.currentThread();
                LockSupport.park();
                return "woken";
              });
          stage.settle();
          assertThat(stage.stage.disturbance()).isEmpty();
          Thread outside = Thread.ofPlatform().start(() -> LockSupport.unpark(parked[0]));
          outside.join();
          stage.settle();
          assertThat(stage.said()).containsExactly("A: woken");
          assertThat(stage.stage.disturbance())
              .contains("1 times a thread was woken from outside of the world");
        });
    worlds.play(stage -> assertThat(stage.stage.disturbance()).isEmpty());
  }

  private static void ring(TestStage stage, long... millis) {
    for (long each : millis) {
      simulation(stage).schedule(each * MILLI, () -> stage.say("" + each));
    }
  }

  private static Simulation simulation(TestStage stage) {
    return stage.stage.simulation().orElseThrow();
  }
}
