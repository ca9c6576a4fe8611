package dev.crosstalk.world.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.world.LaneThread;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedLaneTest {
  private final TestWorld worlds = new TestWorld();

  @AfterEach
  void closeWorld() {
    worlds.close();
  }

  @Test
  void runsWhatItIsGivenInOrderOnOneThread() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.stage.lane("A");
          for (int i = 1; i <= 3; i++) {
            int number = i;
            stage.run(
                lane,
                "A",
                () -> {
                  Thread.yield();
                  return number + " on " + Thread.currentThread().getName();
                });
          }
          stage.settle();
          assertThat(stage.said()).containsExactly("A: 1 on A", "A: 2 on A", "A: 3 on A");
        });
  }

  @Test
  void anInterruptOfALaneThatHasNotBegunIsKeptForItsFirstTask() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.stage.lane("A");
          lane.interrupt();
          stage.settle();
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.settle();
          assertThat(stage.said()).containsExactly("A: true", "A: false");
        });
  }

  @Test
  void anInterruptOfAnIdleLaneIsKeptForItsNextTask() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.lane("A", SimulatedLaneTest::interrupted);
          stage.settle();
          lane.interrupt();
          stage.settle();
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.settle();
          assertThat(stage.said()).containsExactly("A: false", "A: true");
        });
  }

  @Test
  void anInterruptEndsTheWaitOfTheTaskThatRuns() {
    worlds.play(
        stage -> {
          LaneThread lane =
              stage.lane(
                  "A",
                  () -> {
                    Thread.sleep(1_000);
                    return "slept";
                  });
          stage.settle();
          lane.interrupt();
          stage.settle();
          assertThat(stage.said()).containsExactly("A: InterruptedException: null");
          assertThat(stage.stage.nanos()).isZero();
        });
  }

  @Test
  void forgetsAnInterruptThatNoTaskNoticed() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.lane("A", SimulatedLaneTest::interrupted);
          stage.settle();
          lane.interrupt();
          stage.settle();
          lane.clearInterrupt();
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.settle();
          assertThat(stage.said()).containsExactly("A: false", "A: false");
        });
  }

  @Test
  void forgetsAnInterruptThatItsTaskLeavesBehind() {
    worlds.play(
        stage -> {
          LaneThread lane =
              stage.lane(
                  "A",
                  () -> {
                    LockSupport.park();
                    return "" + Thread.currentThread().isInterrupted();
                  });
          stage.settle();
          lane.interrupt();
          lane.clearInterrupt();
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.settle();
          assertThat(stage.said()).containsExactly("A: true", "A: false");
        });
  }

  @Test
  void noticesAnInterruptThatComesAfterOneWasForgotten() {
    worlds.play(
        stage -> {
          LaneThread lane = stage.lane("A", SimulatedLaneTest::interrupted);
          stage.settle();
          lane.clearInterrupt();
          lane.interrupt();
          stage.run(lane, "A", SimulatedLaneTest::interrupted);
          stage.settle();
          assertThat(stage.said()).containsExactly("A: false", "A: true");
        });
  }

  private static String interrupted() {
    return String.valueOf(Thread.interrupted());
  }
}
