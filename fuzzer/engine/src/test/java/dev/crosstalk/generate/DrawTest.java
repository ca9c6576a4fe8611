package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int TIMES = 1_000;

  /** The same generator as that of the JDK, so a seed means the same for ever. */
  @Test
  void drawsWhatSplitMix64Draws() {
    for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
      var draw = new Draw(seed);
      var reference = new SplittableRandom(seed);

      for (int bound = 1; bound <= TIMES; bound++) {
        assertThat(draw.below(bound))
            .isEqualTo((int) Long.remainderUnsigned(reference.nextLong(), bound));
      }
    }
  }

  @Test
  void drawsEveryNumberBelowABoundAndNoOther() {
    var draw = new Draw(1);

    assertThat(IntStream.range(0, TIMES).map(i -> draw.below(3)).distinct().sorted())
        .containsExactly(0, 1, 2);
  }

  @Test
  void drawsBothEndsOfARange() {
    var draw = new Draw(2);

    assertThat(IntStream.range(0, TIMES).map(i -> draw.between(-1, 1)).distinct().sorted())
        .containsExactly(-1, 0, 1);
  }

  @Test
  void drawsChancesAboutAsOftenAsTheySay() {
    assertThat(hits(0)).isZero();
    assertThat(hits(100)).isEqualTo(TIMES);
    assertThat(hits(30)).isBetween(250L, 350L);
  }

  @Test
  void picksEachOfItsChoices() {
    var draw = new Draw(4);
    List<String> choices = List.of("a", "b", "c");

    assertThat(IntStream.range(0, TIMES).mapToObj(i -> draw.pick(choices)).distinct())
        .containsExactlyInAnyOrderElementsOf(choices);
  }

  private static long hits(int percent) {
    var draw = new Draw(3);
    return IntStream.range(0, TIMES).filter(i -> draw.percent(percent)).count();
  }
}
