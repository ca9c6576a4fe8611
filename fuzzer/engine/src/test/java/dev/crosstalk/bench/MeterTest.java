package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** On a clock of its own: each tick is so many milliseconds after the one before. */
class MeterTest {
  private final AtomicLong wall = new AtomicLong(77);

  @Test
  void forgetsTheWarmUp() {
    Meter meter = meter(1000, 1000);

    assertThat(ticks(meter, 100, 1000, 50)).isEqualTo(20);
    assertThat(meter.speed()).isEqualTo(new Speed(500, 1000));
  }

  @Test
  void isCompleteAfterOneLongTickWhereTicksAreRare() {
    Meter meter = meter(0, 1000);

    assertThat(ticks(meter, 5000, 0, 10)).isEqualTo(2);
    assertThat(meter.speed().perSecond()).isEqualTo(2);
  }

  /** The processor is as busy as half of the time that passes. */
  private Meter meter(long warmUpMillis, long measuredMillis) {
    return new Meter(
        wall::get,
        () -> wall.get() / 2,
        Duration.ofMillis(warmUpMillis),
        Duration.ofMillis(measuredMillis));
  }

  /** How many it takes; before {@code warmMillis} nothing is done, then so many cases a tick. */
  private int ticks(Meter meter, long millis, long warmMillis, long casesPerTick) {
    long done = 0;
    for (int tick = 1; tick <= 100; tick++) {
      wall.addAndGet(millis * 1_000_000);
      done += tick * millis > warmMillis ? casesPerTick : 0;
      meter.tick(done);
      if (meter.isComplete()) {
        return tick;
      }
    }
    throw new AssertionError("never complete");
  }
}
