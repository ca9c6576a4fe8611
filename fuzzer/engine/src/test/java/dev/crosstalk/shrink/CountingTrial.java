package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Asks a predicate about one candidate after the other, and remembers what it was asked. */
final class CountingTrial implements Shrinker.Trial {
  private final Predicate<Scenario> fails;
  final List<Scenario> accepted = new ArrayList<>();
  int evaluations;
  int rounds;

  CountingTrial(Predicate<Scenario> fails) {
    this.fails = fails;
  }

  @Override
  public Optional<Integer> firstFailing(List<Scenario> candidates) {
    rounds++;
    for (int i = 0; i < candidates.size(); i++) {
      evaluations++;
      if (fails.test(candidates.get(i))) {
        accepted.add(candidates.get(i));
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
