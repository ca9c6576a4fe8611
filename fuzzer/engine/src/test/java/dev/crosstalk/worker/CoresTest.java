package dev.crosstalk.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void readsRangesAndSingleNumbers() {
    assertThat(Cores.parse("0-2,5")).containsExactly(0, 1, 2, 5);
    assertThat(Cores.parse("7")).containsExactly(7);
  }

  @Test
  void dealsThemOutAgainWhenThereAreMoreWorkers() {
    var more = Cores.forWorkers(1000);

    assertThat(more).hasSize(1000).first().isIn(more.subList(1, 1000));
    assertThat(more).allMatch(OptionalInt::isPresent).doesNotContain(OptionalInt.of(-1));
  }
}
