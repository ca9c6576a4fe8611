package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StepChoicesTest {
  private static final Label A1 = Label.parse("A1");
  private static final Step START = new Step.Start(A1, Command.of("GET", "kA1"), false);
  private static final Step OTHER =
      new Step.Start(Label.parse("B1"), Command.of("GET", "kB1"), false);

  @Test
  void thePlainScheduleTakesTheFirst() {
    assertThat(drawn(new StepChoices(0), START, 5)).containsExactly(0, 0, 0, 0, 0);
  }

  @Test
  void areWithinTheOptions() {
    var choices = new StepChoices(9);
    choices.begin(START);
    for (int options = 2; options < 50; options++) {
      assertThat(choices.choose(options)).isBetween(0, options - 1);
    }
  }

  @Test
  void hangOnSeedStepAndCountAlone() {
    var choices = new StepChoices(9);
    List<Integer> first = drawn(choices, START, 20);
    assertThat(drawn(choices, OTHER, 20)).isNotEqualTo(first);
    assertThat(drawn(choices, START, 20)).isEqualTo(first);
    assertThat(drawn(new StepChoices(9), START, 20)).isEqualTo(first);
    assertThat(drawn(new StepChoices(10), START, 20)).isNotEqualTo(first);
    assertThat(Set.copyOf(first)).hasSizeGreaterThan(3);
  }

  @Test
  void takeWhatIsWrittenThenGoOnAsDerived() {
    var choices = new StepChoices(9);
    List<Integer> derived = drawn(choices, START, 6);
    choices.write(List.of(3, 4, 103));
    List<Integer> written = drawn(choices, START, 6);
    assertThat(written.subList(0, 3)).containsExactly(3, 4, 7);
    assertThat(written.subList(3, 6)).isEqualTo(derived.subList(3, 6));
    choices.forgetWritten();
    assertThat(drawn(choices, START, 6)).isEqualTo(derived);
  }

  @Test
  void healingHasChoicesOfItsOwnAndNothingWritten() {
    var choices = new StepChoices(9);
    choices.write(List.of(1, 1, 1));
    choices.beginHealing();
    List<Integer> healing = draw(choices, 20);
    choices.beginHealing();
    assertThat(draw(choices, 20)).isEqualTo(healing);
    assertThat(drawn(choices, START, 20)).isNotEqualTo(healing);
  }

  /** A saved scenario means by them what it meant when it was saved. */
  @Test
  void staysWhatItIs() {
    assertThat(drawn(new StepChoices(1), START, 8)).containsExactly(1, 0, 4, 5, 6, 3, 3, 4);
    assertThat(StepKey.of(START)).isEqualTo(0x14102);
    assertThat(StepKey.of(new Step.Expire())).isEqualTo(7);
  }

  @Test
  void aKeyIsTheKindOfStepAndWhatItIsAbout() {
    Lane a = A1.lane();
    List<Step> steps =
        List.of(
            START,
            OTHER,
            new Step.Start(Label.parse("A2"), Command.of("GET", "x"), false),
            new Step.Await(A1),
            new Step.Cancel(A1, false),
            new Step.GiveUp(A1, false),
            new Step.Complete(A1, CallersWord.TIMEOUT, false),
            new Step.Interrupt(a, false),
            new Step.WalkAway(a, false),
            new Step.Expire(),
            new Step.Choose(List.of(1)),
            new Step.Hold(A1),
            new Step.Release(A1, false),
            new Step.Push(a, false),
            new Step.Publish(A1, "c", "", false),
            new Step.GiveBack(a, false),
            new Step.Answer(A1, ErrorCode.OOM));
    var keys = new HashSet<Long>();
    steps.forEach(step -> keys.add(StepKey.of(step)));
    keys.add(StepKey.HEALING);
    assertThat(keys).hasSize(steps.size() + 1);
  }

  @Test
  void aKeyDoesNotHangOnTheFieldsThatShrink() {
    assertThat(StepKey.of(START.atOnce(true))).isEqualTo(StepKey.of(START));
    assertThat(StepKey.of(new Step.Start(A1, Command.of("SET", "a", "b"), true)))
        .isEqualTo(StepKey.of(START));
    assertThat(StepKey.of(new Step.Deliver(A1, 3, false)))
        .isEqualTo(StepKey.of(new Step.Deliver(A1, 4, true)));
    assertThat(StepKey.of(tear(1))).isEqualTo(StepKey.of(tear(2)));
  }

  private static Step tear(int bytes) {
    return new Step.Tear(A1, new Cut.After(bytes), Optional.empty(), false);
  }

  private static List<Integer> drawn(StepChoices choices, Step step, int count) {
    choices.begin(step);
    return draw(choices, count);
  }

  private static List<Integer> draw(StepChoices choices, int count) {
    var drawn = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      drawn.add(choices.choose(8));
    }
    return drawn;
  }
}
