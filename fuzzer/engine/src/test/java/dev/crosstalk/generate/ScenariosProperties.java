package dev.crosstalk.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Scenario;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class ScenariosProperties {

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void aCaseIsTheSameOfASeedAloneAndAmongOthers(
      @ForAll long seed,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long first,
      @ForAll @IntRange(min = 1, max = 20) int after,
      @ForAll("vocabularies") Vocabulary vocabulary)
      throws Exception {
    List<Scenario> among = outside(() -> Cases.of(seed, first, after + 1, vocabulary));

    List<Scenario> alone = outside(() -> Cases.of(seed, first + after, 1, vocabulary));

    assertThat(alone).containsExactly(among.getLast());
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

  /** On a thread without a session of jqwik's, which a generator must have to itself. */
  private static <T> T outside(Callable<T> task) throws Exception {
    var future = new FutureTask<>(task);
    Thread.ofPlatform().start(future);
    return future.get();
  }
}
