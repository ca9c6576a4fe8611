package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RawLimitTimingTest {

  @Test
  @Timeout(60)
  void connectsAndTalks() {
    RawLimit raw = new RawLimitTiming(new CpuClock(), Duration.ZERO, Duration.ofMillis(100)).run();

    assertThat(raw.connect().perSecond()).isPositive();
    assertThat(raw.roundTrip().perSecond()).isPositive();
  }
}
