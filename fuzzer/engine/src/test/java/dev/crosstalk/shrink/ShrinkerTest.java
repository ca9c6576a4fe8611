package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.A1;
import static dev.crosstalk.shrink.Steps.numbered;
import static dev.crosstalk.shrink.Steps.ofLength;
import static dev.crosstalk.shrink.Steps.scenario;
import static dev.crosstalk.shrink.Steps.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.shrink.Shrinker.Shrunk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ShrinkerTest {

  @Test
  void findsAnyThreeOfTwentyOneStepsInSixtyEvaluations() {
    for (int i = 1; i <= 21; i++) {
      for (int j = i + 1; j <= 21; j++) {
        for (int k = j + 1; k <= 21; k++) {
          List<Step> needed = List.of(numbered(i), numbered(j), numbered(k));
          var trial = new CountingTrial(candidate -> candidate.steps().containsAll(needed));

          Shrunk shrunk = new Shrinker(trial, () -> false).shrink(ofLength(21));

          assertThat(shrunk.scenario().steps()).isEqualTo(needed);
          assertThat(trial.evaluations).isLessThanOrEqualTo(60);
        }
      }
    }
  }

  @Test
  void leavesNothingOfWhatFailsAnyway() {
    assertThat(shrunk(ofLength(21), candidate -> true)).isEqualTo(scenario());
  }

  @Test
  void leavesAllOfWhatFailsOnlyAsItIs() {
    assertThat(shrunk(ofLength(21), candidate -> false)).isEqualTo(ofLength(21));
  }

  @Test
  void shrinksAScenarioWithoutStepsToItself() {
    var trial = new CountingTrial(candidate -> true);

    Shrunk shrunk = new Shrinker(trial, () -> false).shrink(scenario());

    assertThat(shrunk).isEqualTo(new Shrunk(scenario(), 0, true));
    assertThat(trial.rounds).isZero();
  }

  @Test
  void leavesOutFromTheBackWhereEitherEndWouldDo() {
    Predicate<Scenario> eitherEnd =
        candidate ->
            candidate.steps().contains(numbered(1)) || candidate.steps().contains(numbered(21));

    assertThat(shrunk(ofLength(21), eitherEnd)).isEqualTo(scenario(numbered(1)));
  }

  @Test
  void goesOnFromTheCandidateThatTheTrialNames() {
    Scenario firstTwo = scenario(numbered(1), numbered(2));
    Scenario lastTwo = scenario(numbered(3), numbered(4));
    var asked = new ArrayList<List<Scenario>>();
    Shrinker.Trial second =
        candidates -> {
          asked.add(candidates);
          return asked.size() == 1 ? Optional.of(1) : Optional.empty();
        };

    Shrunk shrunk = new Shrinker(second, () -> false).shrink(ofLength(4));

    assertThat(asked.get(0)).containsExactly(firstTwo, lastTwo);
    assertThat(asked.get(1)).containsExactly(scenario());
    assertThat(shrunk.scenario()).isEqualTo(lastTwo);
  }

  @Test
  void startsAgainWhenAPlainerStepMakesAnotherNeedless() {
    Step plain = start("GET", "kA1");
    Step odd = start("SET", "other", "v");
    Predicate<Scenario> fails =
        candidate ->
            candidate.steps().contains(plain)
                || candidate.steps().containsAll(List.of(odd, new Step.Expire()));

    assertThat(shrunk(scenario(odd, new Step.Expire()), fails)).isEqualTo(scenario(plain));
  }

  @Test
  void takesAProbingLaneMoreForOneThatMakesCallsOfItsOwn() {
    Predicate<Scenario> fails =
        candidate ->
            candidate.steps().contains(numbered(1))
                && (candidate.settings().lanes() > 1 || candidate.steps().contains(numbered(2)));

    assertThat(shrunk(ofLength(5), fails))
        .isEqualTo(new Scenario(ScenarioSettings.PLAIN.withLanes(2), List.of(numbered(1))));
  }

  @Test
  void leavesTwoStepsOutThatOnlyGoTogether() {
    Predicate<Scenario> fails =
        candidate ->
            candidate.steps().contains(numbered(2))
                && candidate.steps().contains(numbered(1))
                    == candidate.steps().contains(numbered(3));

    assertThat(shrunk(ofLength(3), fails)).isEqualTo(scenario(numbered(2)));
  }

  @Test
  void hasAConnectionEndInThePlaceOfAFaultThatNeedsMore() {
    Step end = new Step.End(Lane.at(0), Ending.CLOSE, false);
    Predicate<Scenario> fails =
        candidate ->
            candidate.steps().contains(end)
                || candidate.steps().containsAll(List.of(new Step.Hold(A1), new Step.Await(A1)));

    assertThat(shrunk(scenario(new Step.Hold(A1), new Step.Await(A1)), fails))
        .isEqualTo(scenario(end));
  }

  @Test
  void changesSettingsAndStepsAtOnceWhereTheyHoldEachOther() {
    Scenario whole = new Scenario(ScenarioSettings.PLAIN.withSchedule(7), ofLength(4).steps());
    Predicate<Scenario> fails =
        candidate ->
            candidate.equals(whole) || candidate.equals(scenario(numbered(1), numbered(4)));

    assertThat(shrunk(whole, fails)).isEqualTo(scenario(numbered(1), numbered(4)));
  }

  @Test
  void countsTheCandidatesThatWereTried() {
    var trial =
        new CountingTrial(
            candidate -> candidate.steps().containsAll(List.of(numbered(4), numbered(9))));

    Shrunk shrunk = new Shrinker(trial, () -> false).shrink(ofLength(12));

    assertThat(shrunk.trials()).isEqualTo(trial.evaluations).isPositive();
    assertThat(shrunk.complete()).isTrue();
  }

  @Test
  void asksForNothingWhenStoppedBeforeItBegan() {
    var trial = new CountingTrial(candidate -> true);

    Shrunk shrunk = new Shrinker(trial, () -> true).shrink(ofLength(21));

    assertThat(shrunk).isEqualTo(new Shrunk(ofLength(21), 0, false));
    assertThat(trial.rounds).isZero();
  }

  @Test
  void keepsTheSmallestSoFarWhenStopped() {
    var trial = new CountingTrial(candidate -> candidate.steps().contains(numbered(1)));

    Shrunk shrunk = new Shrinker(trial, () -> trial.rounds == 2).shrink(ofLength(21));

    assertThat(trial.rounds).isEqualTo(2);
    assertThat(shrunk.scenario()).isEqualTo(trial.accepted.getLast());
    assertThat(shrunk.scenario().steps()).hasSizeBetween(2, 20);
    assertThat(shrunk.complete()).isFalse();
  }

  @Test
  void isNotCompleteWhenStoppedBeforeAnythingWent() {
    var trial = new CountingTrial(candidate -> false);

    Shrunk shrunk = new Shrinker(trial, () -> trial.rounds == 1).shrink(ofLength(21));

    assertThat(shrunk.scenario()).isEqualTo(ofLength(21));
    assertThat(shrunk.complete()).isFalse();
  }

  @Test
  void givesUpAfterFiftyRounds() {
    List<Step> releases = new ArrayList<>();
    for (int number = 1; number <= 60; number++) {
      releases.add(new Step.Release(Label.parse("A" + number), true));
    }
    var onePerRound =
        new Shrinker.Trial() {
          private boolean accepted;

          @Override
          public Optional<Integer> firstFailing(List<Scenario> candidates) {
            boolean plainer = candidates.getFirst().steps().size() == releases.size();
            accepted = plainer && !accepted;
            return accepted ? Optional.of(0) : Optional.empty();
          }
        };

    Shrunk shrunk = new Shrinker(onePerRound, () -> false).shrink(scenario(releases));

    assertThat(shrunk.scenario().steps()).filteredOn(Step::atOnce).hasSize(10);
    assertThat(shrunk.complete()).isFalse();
  }

  @Test
  void reachesPlainLabels() {
    assertThat(shrunk(ofLength(21), candidate -> candidate.steps().size() >= 2))
        .isEqualTo(scenario(numbered(1), numbered(2)));
    assertThat(
            shrunk(scenario(numbered(7), numbered(5)), candidate -> candidate.steps().size() > 1))
        .isEqualTo(scenario(numbered(1), numbered(2)));
  }

  private static Scenario shrunk(Scenario failing, Predicate<Scenario> fails) {
    Shrunk shrunk = new Shrinker(new CountingTrial(fails), () -> false).shrink(failing);
    assertThat(shrunk.complete()).isTrue();
    return shrunk.scenario();
  }
}
