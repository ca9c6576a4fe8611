package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SideBySideTest {
  private final SideBySide threads = new SideBySide(4);

  @AfterEach
  void close() {
    threads.close();
  }

  @Test
  void givesResultsInTheOrderAsked() {
    List<Integer> numbers = IntStream.range(0, 100).boxed().toList();

    assertThat(threads.map(numbers, number -> -number))
        .isEqualTo(numbers.stream().map(number -> -number).toList());
  }

  @Test
  void runsAsManyAtATimeAsItMay() {
    var together = new CyclicBarrier(4);

    assertThat(threads.map(List.of(1, 2, 3, 4, 5, 6, 7, 8), number -> meet(together))).hasSize(8);
  }

  @Test
  void throwsWhatTheFirstFailingOneThrew() {
    assertThatThrownBy(
            () ->
                threads.map(
                    List.of(1, 2, 3),
                    number -> {
                      throw new IllegalArgumentException("number " + number);
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("number 1");
  }

  @Test
  void wrapsAnErrorForTheCallerToReport() {
    var ours = new AssertionError("ours");

    assertThatThrownBy(
            () ->
                threads.map(
                    List.of(1),
                    number -> {
                      throw ours;
                    }))
        .hasRootCause(ours);
  }

  @Test
  void givesUpWhenItsCallerIsInterrupted() {
    // A task that has ended would be collected without a wait, and so without a look at the flag.
    var open = new CyclicBarrier(2);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> threads.map(List.of(1), number -> meet(open)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("interrupted while replaying");
    assertThat(Thread.interrupted()).isTrue();
  }

  private static boolean meet(CyclicBarrier together) {
    try {
      together.await();
      return true;
    } catch (InterruptedException | BrokenBarrierException alone) {
      return false;
    }
  }
}
