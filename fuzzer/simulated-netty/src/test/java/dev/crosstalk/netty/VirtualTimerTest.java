package dev.crosstalk.netty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.netty.util.Timeout;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VirtualTimerTest {
  private final FakeSimulation world = new FakeSimulation();
  private final VirtualTimer timer = new VirtualTimer(world);
  private final List<String> seen = new ArrayList<>();

  @Test
  void runsItsTasksWhenTheirTimeHasCome() {
    Timeout late = timeout("late", 60_000);
    Timeout early = timeout("early", 1);
    world.runFor(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(seen).containsExactly("early");
    assertThat(early.isExpired()).isTrue();
    assertThat(late.isExpired()).isFalse();
    world.runFor(TimeUnit.MILLISECONDS.toNanos(59_999));
    assertThat(seen).containsExactly("early", "late");
  }

  @Test
  void takesANegativeDelayForNone() {
    timeout("at once", -1);
    world.runFor(0);
    assertThat(seen).containsExactly("at once");
  }

  @Test
  void cancelsOnceAndForAll() {
    Timeout timeout = timeout("cancelled", 1);
    assertThat(timeout.cancel()).isTrue();
    assertThat(timeout.cancel()).isFalse();
    assertThat(timeout.isCancelled()).isTrue();
    assertThat(world.timersWaiting()).isZero();
  }

  @Test
  void cannotCancelWhatHasRun() {
    Timeout timeout = timeout("ran", 0);
    world.runFor(0);
    assertThat(timeout.cancel()).isFalse();
    assertThat(timeout.isCancelled()).isFalse();
  }

  @Test
  void outlivesATaskThatThrows() {
    timer.newTimeout(
        timeout -> {
          throw new IllegalStateException("a task's own");
        },
        0,
        TimeUnit.MILLISECONDS);
    timeout("next", 0);
    world.runFor(0);
    assertThat(seen).containsExactly("next");
  }

  @Test
  void runsNothingOnceStopped() {
    timeout("waiting", 1);
    timer.stop();
    world.runFor(TimeUnit.MILLISECONDS.toNanos(1));
    assertThat(seen).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> timeout("new", 1));
  }

  private Timeout timeout(String name, long delayMillis) {
    return timer.newTimeout(timeout -> seen.add(name), delayMillis, TimeUnit.MILLISECONDS);
  }
}
