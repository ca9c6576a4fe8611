package dev.crosstalk.world.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

class ScaledDurationsProperties {
  private static final RealWorld WORLD = new RealWorld();

  @AfterContainer
  static void close() {
    WORLD.close();
  }

  /** As settings allow them: from a millisecond to an hour. */
  @Provide
  Arbitrary<Duration> durations() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1_000_000, 3_600_000_000_000L).map(Duration::ofNanos),
        Arbitraries.longs().between(1, 3600).map(Duration::ofSeconds));
  }

  @Property
  void aTimeoutTakesItsTimeWhateverItsName(@ForAll("durations") Duration timeout) {
    assertThat(WORLD.scaled(timeout, timeout)).isEqualTo(RealWorld.TIMEOUT);
  }

  @Property
  void orderIsKept(
      @ForAll("durations") Duration one,
      @ForAll("durations") Duration other,
      @ForAll("durations") Duration timeout) {
    Duration shorter = one.compareTo(other) <= 0 ? one : other;
    Duration longer = shorter == one ? other : one;
    assertThat(WORLD.scaled(shorter, timeout)).isLessThanOrEqualTo(WORLD.scaled(longer, timeout));
  }

  @Property
  void onlyZeroIsZero(@ForAll("durations") Duration any, @ForAll("durations") Duration timeout) {
    assertThat(WORLD.scaled(Duration.ZERO, timeout)).isZero();
    assertThat(WORLD.scaled(any, timeout)).isPositive();
  }
}
