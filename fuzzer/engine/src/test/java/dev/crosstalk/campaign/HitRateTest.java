package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HitRateTest {

  @Test
  void isReportedFromTwoHitsOn() {
    assertThat(new HitRate(0, 10).reported()).isFalse();
    assertThat(new HitRate(1, 10).reported()).isFalse();
    assertThat(new HitRate(2, 10).reported()).isTrue();
    assertThat(new HitRate(10, 10).reported()).isTrue();
  }

  @Test
  void isFlakyUnlessEveryReplayHit() {
    assertThat(new HitRate(9, 10).flaky()).isTrue();
    assertThat(new HitRate(10, 10).flaky()).isFalse();
  }

  @Test
  void readsAsItIsSaid() {
    assertThat(new HitRate(7, 10)).hasToString("7 of 10");
  }
}
