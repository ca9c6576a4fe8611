package dev.crosstalk.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTest {
  private static final long SECOND = 1_000_000_000;

  @Test
  void isTheMedianOfWhatLiesBetweenSamples() {
    Speed speed =
        Speed.of(
            List.of(
                new Sample(0, 100, 0),
                new Sample(SECOND, 200, SECOND / 10),
                new Sample(2 * SECOND, 500, SECOND),
                new Sample(4 * SECOND, 900, 2 * SECOND)));

    assertThat(speed).isEqualTo(new Speed(200, 2500));
  }

  @Test
  void leavesOutTheCostOfNothing() {
    Speed speed =
        Speed.of(
            List.of(
                new Sample(0, 0, 0),
                new Sample(SECOND, 0, SECOND),
                new Sample(2 * SECOND, 10, 2 * SECOND)));

    assertThat(speed).isEqualTo(new Speed(0, 100_000));
  }

  @Test
  void isZeroWithoutSamples() {
    assertThat(Speed.of(List.of())).isEqualTo(new Speed(0, 0));
    assertThat(Speed.of(List.of(new Sample(1, 2, 3)))).isEqualTo(new Speed(0, 0));
  }

  @Test
  void comparesItselfToAnother() {
    var connect = new Speed(20_000, 50);

    assertThat(new Speed(30_000, 60).rateOver(connect)).isEqualTo(1.5);
    assertThat(new Speed(30_000, 60).costOver(connect)).isEqualTo(1.2);
    assertThat(new Speed(1, 1).rateOver(new Speed(0, 0))).isZero();
    assertThat(new Speed(1, 1).costOver(new Speed(0, 0))).isZero();
  }
}
