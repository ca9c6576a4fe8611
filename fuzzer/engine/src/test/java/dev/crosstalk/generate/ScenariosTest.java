package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ScenariosTest {
  private static final long SEED = 42;

  @Test
  void givesTheSameScenariosAgain() {
    assertThat(cases(SEED, 0, 500)).isEqualTo(cases(SEED, 0, 500));
  }

  @Test
  void givesACaseTheSameScenarioWhateverCameBefore() {
    List<Scenario> inOrder = cases(SEED, 0, 100);
    Cases.of(SEED + 1, 7, 13, Vocabularies.POOR);

    for (int number = 99; number >= 0; number -= 9) {
      assertThat(cases(SEED, number, 1)).containsExactly(inOrder.get(number));
    }
  }

  @Test
  void givesACaseTheSameScenarioOnManyThreadsAtOnce() {
    List<Scenario> inOrder = cases(SEED, 0, 500);

    assertThat(
            LongStream.range(0, 500)
                .parallel()
                .mapToObj(number -> Scenarios.at(SEED, number, Vocabularies.RICH)))
        .isEqualTo(inOrder);
  }

  @Test
  void givesEachSeedScenariosOfItsOwn() {
    List<Scenario> one = cases(SEED, 0, 200);

    assertThat(cases(SEED + 1, 0, 200)).doesNotContainAnyElementsOf(withSteps(one));
  }

  @Test
  void hardlyEverGivesTheSameScenarioTwice() {
    List<Scenario> scenarios = cases(SEED, 0, 2_000);

    assertThat(new HashSet<>(scenarios)).hasSizeGreaterThan(1_990);
  }

  @Test
  void numbersCasesFromTheFirstAndStopsWhenTheTakerHasEnough() {
    var numbers = new ArrayList<Long>();

    Scenarios.generate(
        SEED,
        5,
        Vocabularies.POOR,
        (number, scenario) -> {
          numbers.add(number);
          return numbers.size() < 3;
        });

    assertThat(numbers).containsExactly(5L, 6L, 7L);
  }

  private static List<Scenario> withSteps(List<Scenario> scenarios) {
    return scenarios.stream().filter(scenario -> scenario.steps().size() > 3).toList();
  }

  private static List<Scenario> cases(long seed, long first, int count) {
    return Cases.of(seed, first, count, Vocabularies.RICH);
  }
}
