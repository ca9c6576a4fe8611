package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On one thread, this test's own: the pool's tasks run when the test says so. */
class PooledLaneTest {
  private final Deque<Runnable> pool = new ArrayDeque<>();
  private final PooledLane lane = new PooledLane(pool::add);
  private final List<String> seen = new ArrayList<>();

  @AfterEach
  void forgetInterrupts() {
    Thread.interrupted();
  }

  @Test
  void runsTasksInOrderOnOneBorrowedThread() {
    IntStream.range(0, 5).forEach(i -> lane.run(() -> seen.add("task " + i)));
    assertThat(pool).hasSize(1);
    runPool();
    assertThat(seen).containsExactly("task 0", "task 1", "task 2", "task 3", "task 4");
  }

  @Test
  void borrowsAgainAfterItWasIdle() {
    lane.run(() -> seen.add("first"));
    runPool();
    lane.run(() -> seen.add("second"));
    assertThat(pool).hasSize(1);
    runPool();
    assertThat(seen).containsExactly("first", "second");
  }

  @Test
  void runsWhatATaskAddsBehindWhatWaits() {
    lane.run(() -> lane.run(() -> seen.add("added")));
    lane.run(() -> seen.add("waiting"));
    assertThat(pool).hasSize(1);
    runPool();
    assertThat(seen).containsExactly("waiting", "added");
  }

  @Test
  void interruptsTheTaskThatRuns() {
    lane.run(
        () -> {
          lane.interrupt();
          note();
        });
    runPool();
    assertThat(seen).containsExactly("interrupted");
  }

  @Test
  void anInterruptOfAnIdleLaneMeetsItsNextTask() {
    lane.interrupt();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    lane.run(this::note);
    lane.run(this::note);
    runPool();
    assertThat(seen).containsExactly("interrupted", "undisturbed");
  }

  @Test
  void anInterruptThatNoTaskNoticedStaysWithTheLaneAndNotWithThePool() {
    lane.run(lane::interrupt);
    runPool();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    lane.run(this::note);
    runPool();
    assertThat(seen).containsExactly("interrupted");
  }

  @Test
  void anInterruptPassesFromOneTaskToTheNext() {
    lane.run(lane::interrupt);
    lane.run(this::note);
    runPool();
    assertThat(seen).containsExactly("interrupted");
  }

  @Test
  void forgetsAnInterruptWhenTold() {
    lane.interrupt();
    lane.clearInterrupt();
    lane.run(this::note);
    runPool();
    assertThat(seen).containsExactly("undisturbed");
  }

  @Test
  void anotherLaneOnTheSameThreadKnowsNothingOfIt() {
    var other = new PooledLane(pool::add);
    lane.interrupt();
    lane.run(() -> seen.add("first"));
    other.run(this::note);
    runPool();
    assertThat(seen).containsExactly("first", "undisturbed");
  }

  private void note() {
    seen.add(Thread.interrupted() ? "interrupted" : "undisturbed");
  }

  private void runPool() {
    while (!pool.isEmpty()) {
      pool.remove().run();
    }
  }
}
