package dev.crosstalk.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.generate.Scenarios;
import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.generate.VocabularyBuilder;
import dev.crosstalk.generate.VocabularyBuilder.Feature;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.shrink.Shrinker.Shrunk;
import dev.crosstalk.spi.SessionKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ShrinkerProperties {
  private static final Vocabulary EVERYTHING =
      VocabularyBuilder.starting("CLIENT TRACKING", "GET", "LRANGE", "MGET", "PING", "SET")
          .withAllBut(Feature.CACHES)
          .in(SessionKind.POOLED)
          .build();

  @Property(tries = 300)
  void findsExactlyTheStepsThatAreNeeded(
      @ForAll @IntRange(max = 120) int length,
      @ForAll @Size(max = 6) Set<@IntRange(min = 1, max = 120) Integer> numbers) {
    List<Step> needed =
        new TreeSet<>(numbers)
            .stream().filter(number -> number <= length).map(Steps::numbered).toList();

    Shrunk shrunk =
        shrink(Steps.ofLength(length), candidate -> candidate.steps().containsAll(needed));

    assertThat(shrunk.scenario().steps()).isEqualTo(needed);
    assertThat(shrunk.complete()).isTrue();
  }

  @Property(tries = 300)
  void triesFewCandidatesWhereOneStepIsNeeded(
      @ForAll @IntRange(min = 1, max = 120) int length,
      @ForAll @IntRange(min = 1, max = 120) int number) {
    Step needed = Steps.numbered(Math.min(number, length));

    Shrunk shrunk = shrink(Steps.ofLength(length), candidate -> candidate.steps().contains(needed));

    int halvings = Integer.SIZE - Integer.numberOfLeadingZeros(length);
    assertThat(shrunk.trials()).isLessThanOrEqualTo(4 * halvings + 4);
  }

  @Property(tries = 300)
  void endsWhereNoCandidateFails(@ForAll("scenarios") Scenario failing, @ForAll int salt) {
    Predicate<Scenario> fails = candidate -> (candidate.toString().hashCode() ^ salt) % 3 == 0;
    var trial = new CountingTrial(fails);

    Shrunk shrunk = new Shrinker(trial, () -> false).shrink(failing);

    assertThat(shrunk.complete()).isTrue();
    assertThat(trial.accepted).allMatch(fails);
    assertThat(shrunk.scenario())
        .isEqualTo(trial.accepted.isEmpty() ? failing : trial.accepted.getLast());
    assertThat(candidates(shrunk.scenario())).noneMatch(fails);
  }

  @Property(tries = 300)
  void neverComesBackToWhatItHad(@ForAll("scenarios") Scenario failing) {
    int length = failing.steps().size();
    var trial = new CountingTrial(candidate -> candidate.steps().size() == length);

    new Shrinker(trial, () -> false).shrink(failing);

    assertThat(trial.accepted).doesNotHaveDuplicates().doesNotContain(failing);
  }

  @Provide
  Arbitrary<Scenario> scenarios() {
    return Scenarios.arbitrary(EVERYTHING);
  }

  private static Shrunk shrink(Scenario failing, Predicate<Scenario> fails) {
    return new Shrinker(new CountingTrial(fails), () -> false).shrink(failing);
  }

  private static List<Scenario> candidates(Scenario scenario) {
    return Stream.of(
            FewerSteps.candidates(scenario, 1),
            PlainerSteps.candidates(scenario),
            PlainerSettings.candidates(scenario),
            PlainerLabels.candidates(scenario),
            TradedSteps.candidates(scenario),
            PlainSubsets.candidates(scenario))
        .<Scenario>mapMulti(List::forEach)
        .toList();
  }
}
