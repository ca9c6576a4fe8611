package dev.crosstalk.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoresTest {

  @Test
  void readsRangesAndSingleNumbers() {
    assertThat(Cores.parse("0-2,5")).containsExactly(0, 1, 2, 5);
    assertThat(Cores.parse("7")).containsExactly(7);
  }

  @Test
  void dealsAllOfThemOut() {
    List<Integer> allowed = List.of(0, 2, 5, 7, 8);

    assertThat(Cores.dealt(2, 5, allowed))
        .containsExactly(new Cores(3, List.of(0, 5, 8)), new Cores(2, List.of(2, 7)));
    assertThat(Cores.dealt(7, 5, allowed)).extracting(Cores::list).endsWith("8", "0", "2");
    assertThat(Cores.dealt(7, 5, allowed)).hasSize(7).extracting(Cores::count).containsOnly(1);
  }

  @Test
  void whatHasAllOfThemMayRunAnywhere() {
    assertThat(Cores.dealt(1, 2, List.of(0, 1))).containsExactly(new Cores(2, List.of()));
  }

  @Test
  void whatTheKernelDoesNotNameIsOnlyCounted() {
    assertThat(Cores.dealt(2, 5, List.of()))
        .containsExactly(new Cores(3, List.of()), new Cores(2, List.of()));
  }
}
