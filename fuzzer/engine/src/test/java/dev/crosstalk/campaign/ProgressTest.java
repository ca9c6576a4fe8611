package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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

  private static Progress progress(long cases, Duration elapsed) {
    return new Progress("get/raw", Optional.empty(), cases, 0, 0, 0, 0, 0, 0, 0, 0, 0, elapsed);
  }
}
