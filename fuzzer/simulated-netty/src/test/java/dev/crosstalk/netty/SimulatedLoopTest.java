package dev.crosstalk.netty;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.util.Version;
import io.netty.util.concurrent.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatedLoopTest {
  private final FakeSimulation world = new FakeSimulation();
  private final SimulatedLoop loop = new SimulatedLoop(world);
  private final List<String> seen = new ArrayList<>();

  @Test
  void isLinkedWithTheNettyItIsTestedFor() {
    assertThat(Version.identify().get("netty-common").artifactVersion())
        .isEqualTo(System.getProperty("netty.expected"));
  }

  @Test
  void runsNothingBeforeItsTurn() {
    loop.execute(() -> seen.add("task"));
    assertThat(seen).isEmpty();
    world.run();
    assertThat(seen).containsExactly("task");
  }

  @Test
  void asksForOneTurnHoweverMuchIsQueued() {
    loop.execute(() -> seen.add("a"));
    loop.execute(() -> seen.add("b"));
    world.run();
    assertThat(seen).containsExactly("a", "b");
    assertThat(world.turns).isEqualTo(1);
  }

  @Test
  void leavesWhatATaskAddsToTheNextTurn() {
    loop.execute(
        () -> {
          loop.execute(() -> seen.add("added"));
          world.execute(() -> seen.add("other"));
        });
    world.run();
    assertThat(world.turns).isEqualTo(3);
    assertThat(seen).containsExactlyInAnyOrder("added", "other");
  }

  @Test
  void isEnteredInATurnOnly() {
    assertThat(loop.inEventLoop()).isFalse();
    loop.execute(() -> seen.add("inside: " + loop.inEventLoop()));
    world.run();
    assertThat(seen).containsExactly("inside: true");
    assertThat(loop.inEventLoop()).isFalse();
  }

  @Test
  void goesOnAfterATaskThatThrows() {
    loop.execute(
        () -> {
          throw new IllegalStateException("a task's own");
        });
    loop.execute(() -> seen.add("next"));
    world.run();
    assertThat(seen).containsExactly("next");
  }

  @Test
  void runsScheduledTasksInTheOrderOfTheirTimes() {
    schedule("late", 30);
    schedule("early", 10);
    schedule("between", 20);
    world.runFor(19);
    assertThat(seen).containsExactly("early");
    world.runFor(11);
    assertThat(seen).containsExactly("early", "between", "late");
  }

  @Test
  void schedulesFromWithinToo() {
    loop.execute(() -> schedule("nested", 10));
    world.runFor(9);
    assertThat(seen).isEmpty();
    world.runFor(1);
    assertThat(seen).containsExactly("nested");
  }

  @Test
  void repeatsWhatIsToBeRepeated() {
    loop.scheduleAtFixedRate(() -> seen.add("tick"), 5, 10, TimeUnit.NANOSECONDS);
    world.runFor(26);
    assertThat(seen).containsExactly("tick", "tick", "tick");
  }

  @Test
  void keepsNoAlarmForACancelledTask() {
    Future<?> task = schedule("cancelled", 10);
    world.run();
    assertThat(world.timersWaiting()).isEqualTo(1);
    task.cancel(false);
    world.run();
    assertThat(world.timersWaiting()).isZero();
    world.runFor(20);
    assertThat(seen).isEmpty();
  }

  @Test
  void setsItsAlarmAgainInAWorldThatDroppedIt() {
    schedule("task", 10);
    world.run();
    world.dropTimers();
    loop.execute(() -> seen.add("turn"));
    world.runFor(10);
    assertThat(seen).containsExactly("turn", "task");
  }

  @Test
  void endsWithinOneTurnAndTellsWhoAsksLater() {
    Future<?> end = loop.shutdownGracefully();
    assertThat(loop.isShuttingDown()).isTrue();
    assertThat(loop.isTerminated()).isFalse();
    world.run();
    assertThat(loop.isTerminated()).isTrue();
    end.addListener(done -> seen.add("told"));
    world.run();
    assertThat(seen).containsExactly("told");
  }

  private Future<?> schedule(String name, long delayNanos) {
    return loop.schedule(() -> seen.add(name), delayNanos, TimeUnit.NANOSECONDS);
  }
}
