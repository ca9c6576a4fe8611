package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.crosstalk.scenario.Scenario;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ScenariosProperties {
  private static final int MANY = 2_000;

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aCaseIsTheSameOfASeedAloneAndAmongOthers(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long first,
      @ForAll @IntRange(min = 1, max = 20) int after,
      @ForAll("vocabularies") Vocabulary vocabulary) {
    List<Scenario> among = Cases.of(seed, first, after + 1, vocabulary);

    assertThat(Scenarios.at(seed, first + after, vocabulary)).isEqualTo(among.getLast());
  }

  /** What campaigns run and what properties are tried on are the same kind of scenarios. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void casesAreAboutAsLongAsArbitraryScenarios(
      @ForAll long seed, @ForAll("many") List<Scenario> arbitrary) {
    List<Scenario> cases = Cases.of(seed, 0, MANY, Vocabularies.RICH);

    assertThat(stepsOnAverage(cases)).isCloseTo(stepsOnAverage(arbitrary), withinPercentage(10));
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void theSameNumbersUnpackToTheSameScenario(
      @ForAll("numbers") List<Long> numbers, @ForAll("vocabularies") Vocabulary vocabulary) {
    Scenario scenario = ScenarioUnpacker.unpack(numbers, vocabulary);

    assertThat(ScenarioUnpacker.unpack(numbers, vocabulary)).isEqualTo(scenario);
    assertThat(scenario.steps().isEmpty()).isEqualTo(numbers.size() == 1);
  }

  @Provide
  Arbitrary<Vocabulary> vocabularies() {
    return Vocabularies.any();
  }

  @Provide
  Arbitrary<List<Long>> numbers() {
    return Arbitraries.longs().list().ofMinSize(1).ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Scenario>> many() {
    return Scenarios.arbitrary(Vocabularies.RICH).list().ofSize(MANY);
  }

  private static double stepsOnAverage(List<Scenario> scenarios) {
    return scenarios.stream().mapToInt(scenario -> scenario.steps().size()).average().orElseThrow();
  }
}
