package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTest {

  @Test
  void ratesCasesBySeconds() {
    assertThat(progress(90, Duration.ofSeconds(2)).rate()).isEqualTo(45);
  }

  @Test
  void hasNoRateBeforeTimeHasPassed() {
    assertThat(progress(90, Duration.ZERO).rate()).isZero();
  }

  @Test
  void whatWorkersDidAddsUp() {
    Progress one =
        new Progress(
            "get/raw",
            Optional.of(WorldKind.REAL),
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8,
            9,
            10,
            Duration.ofSeconds(2));

    assertThat(
            Progress.together(
                "get/raw",
                List.of(progress(90, Duration.ofSeconds(1)), one),
                1000,
                Duration.ofSeconds(5)))
        .isEqualTo(
            new Progress(
                "get/raw",
                Optional.of(WorldKind.REAL),
                91,
                2,
                3,
                4,
                5,
                6,
                1007,
                8,
                9,
                10,
                Duration.ofSeconds(5)));
    assertThat(Progress.together("get/raw", List.of(), 0, Duration.ZERO))
        .isEqualTo(progress(0, Duration.ZERO));
  }

  private static Progress progress(long cases, Duration elapsed) {
    return new Progress("get/raw", Optional.empty(), cases, 0, 0, 0, 0, 0, 0, 0, 0, 0, elapsed);
  }
}
