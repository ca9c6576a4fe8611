package dev.crosstalk.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class MonitorsTest {
  private static final int ROUNDS = 1000;

  private final Object lock = new Object();
  private final List<String> trace = new ArrayList<>();

  @Test
  void handsOverInTheOrderOfArrival() throws Exception {
    LoopWorld.run(
        () -> {
          monitors().enter(lock);
          for (String name : List.of("a", "b", "c")) {
            LoopWorld.lane(() -> enterAndTell(name));
          }
          Thread.yield();
          assertThat(trace).isEmpty();
          monitors().exit(lock);
          enterAndTell("main");
        });
    assertThat(trace).containsExactly("a", "b", "c", "main");
  }

  @Test
  void entersAgainAndLeavesAsOften() throws Exception {
    LoopWorld.run(
        () -> {
          monitors().enter(lock);
          monitors().enter(lock);
          monitors().exit(lock);
          LoopWorld.lane(() -> enterAndTell("other"));
          Thread.yield();
          assertThat(trace).isEmpty();
          monitors().exit(lock);
          assertThat(monitors().isHeld(lock)).isFalse();
          assertThatThrownBy(() -> monitors().exit(lock))
              .isInstanceOf(IllegalMonitorStateException.class);
        });
    assertThat(trace).containsExactly("other");
  }

  @Test
  void waitsForItsTimeAndEntersAsOftenAgain() throws Exception {
    long taken =
        LoopWorld.run(
            () -> {
              monitors().enter(lock);
              monitors().enter(lock);
              monitors().await(lock, Duration.ofMinutes(1).toNanos());
              monitors().exit(lock);
              monitors().exit(lock);
            });
    assertThat(taken).isEqualTo(Duration.ofMinutes(1).toNanos());
  }

  @Test
  void anInterruptEndsAWait() throws Exception {
    LoopWorld.run(
        () -> {
          Thread waiter =
              LoopWorld.lane(
                  () -> {
                    monitors().enter(lock);
                    assertThatThrownBy(() -> monitors().await(lock, 0))
                        .isInstanceOf(InterruptedException.class);
                    assertThat(Thread.currentThread().isInterrupted()).isFalse();
                    assertThat(monitors().isHeld(lock)).isTrue();
                    monitors().exit(lock);
                    trace.add("interrupted");
                  });
          Thread.yield();
          waiter.interrupt();
          waiter.join();
        });
    assertThat(trace).containsExactly("interrupted");
  }

  @Test
  void anInterruptAndAPermitOutlastTheWayIn() throws Exception {
    LoopWorld.run(
        () -> {
          monitors().enter(lock);
          Thread entering =
              LoopWorld.lane(
                  () -> {
                    monitors().enter(lock);
                    monitors().exit(lock);
                    trace.add("interrupted: " + Thread.interrupted());
                    LockSupport.park();
                  });
          Thread.yield();
          LockSupport.unpark(entering);
          Thread.yield();
          entering.interrupt();
          Thread.yield();
          monitors().exit(lock);
          entering.join();
        });
    assertThat(trace).containsExactly("interrupted: true");
  }

  @Test
  void aNotifyIsForOneThatWaitsLongest() throws Exception {
    LoopWorld.run(
        () -> {
          for (String name : List.of("a", "b", "c")) {
            LoopWorld.lane(() -> awaitAndTell(name, 0));
          }
          Thread.yield();
          monitors().enter(lock);
          monitors().signal(lock);
          monitors().exit(lock);
          Thread.yield();
          trace.add("one");
          monitors().enter(lock);
          monitors().signalAll(lock);
          monitors().exit(lock);
        });
    assertThat(trace).containsExactly("a", "one", "b", "c");
  }

  @Test
  void whatDoesNotHoldTheLockMayNotWaitNorNotify() throws Exception {
    LoopWorld.run(
        () -> {
          assertThatThrownBy(() -> monitors().await(lock, 0))
              .isInstanceOf(IllegalMonitorStateException.class);
          assertThatThrownBy(() -> monitors().signal(lock))
              .isInstanceOf(IllegalMonitorStateException.class);
          assertThatThrownBy(() -> monitors().enter(null)).isInstanceOf(NullPointerException.class);
        });
  }

  @Test
  void theWorldsThreadEntersAndNeverWaits() throws Exception {
    LoopWorld.run(
        () -> {
          Monitors monitors = monitors();
          LoopWorld.outside(
              () -> {
                monitors.enter(lock);
                monitors.exit(lock);
                trace.add("entered");
              });
          Thread.sleep(1);
          monitors.enter(lock);
          LoopWorld.outside(
              () ->
                  assertThatThrownBy(() -> monitors.enter(lock))
                      .isInstanceOf(IllegalStateException.class)
                      .hasMessageContaining("world's thread"));
          Thread.sleep(1);
          monitors.exit(lock);
        });
    assertThat(trace).containsExactly("entered");
  }

  /** Three lanes pass tokens around, with timeouts that race with the notifies. */
  @Test
  void losesNoNotifyAndRepeats() throws Exception {
    LoopWorld.run(this::passTokens);
    List<String> first = List.copyOf(trace);
    trace.clear();
    LoopWorld.run(this::passTokens);
    assertThat(trace).isEqualTo(first).hasSizeGreaterThan(3 * ROUNDS);
  }

  private void passTokens() throws InterruptedException {
    int[] tokens = {0};
    List<Thread> takers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = "taker " + i;
      takers.add(LoopWorld.lane(() -> take(name, tokens)));
    }
    for (int given = 0; given < 3 * ROUNDS; given++) {
      Thread.sleep(given % 3);
      monitors().enter(lock);
      tokens[0]++;
      if (given % 7 == 0) {
        monitors().signalAll(lock);
      } else {
        monitors().signal(lock);
      }
      monitors().exit(lock);
    }
    for (Thread taker : takers) {
      taker.join();
    }
  }

  private void take(String name, int[] tokens) throws InterruptedException {
    for (int taken = 0; taken < ROUNDS; taken++) {
      monitors().enter(lock);
      while (tokens[0] == 0) {
        // One of them never looks again by itself: a lost notify would leave it there.
        monitors().await(lock, name.endsWith("0") ? 0 : 2_000_000);
        trace.add(name + " wakes");
      }
      tokens[0]--;
      trace.add(name + " takes");
      monitors().exit(lock);
    }
  }

  private void enterAndTell(String name) {
    monitors().enter(lock);
    trace.add(name);
    monitors().exit(lock);
  }

  private void awaitAndTell(String name, long nanos) throws InterruptedException {
    monitors().enter(lock);
    monitors().await(lock, nanos);
    trace.add(name);
    monitors().exit(lock);
  }

  private static Monitors monitors() {
    return WorldThread.current().monitors();
  }
}
