package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlainerLabelsTest {

  @Test
  void namesLanesAndCallsInTheOrderInWhichTheyTurnUp() {
    assertThat(
            candidates(get("C12"), await("C12"), get("B3"), await("C4"), get("C12"), await("B1")))
        .containsExactly(
            scenario(get("A1"), await("A1"), get("B1"), await("A2"), get("A1"), await("B2")));
  }

  @Test
  void hasNothingPlainerForPlainLabels() {
    assertThat(candidates(get("A1"), get("A2"), get("B1"), await("A1"))).isEmpty();
    assertThat(candidates()).isEmpty();
  }

  @Test
  void renamesTheKeyThatNamesTheCallWhereverItStands() {
    Step odd = start("B7", "SET", "kB7\r\n", "vkB7\r\n");

    assertThat(candidates(odd))
        .containsExactly(scenario(start("A1", "SET", "kA1\r\n", "vkA1\r\n")));
  }

  @Test
  void keepsArgumentsThatNameNoCall() {
    assertThat(candidates(start("B7", "CLIENT TRACKING", "ON"), start("B8", "GET", "kB7")))
        .containsExactly(scenario(start("A1", "CLIENT TRACKING", "ON"), start("A2", "GET", "kB7")));
  }

  @Test
  void messagesKeepTheirLetterAndAreNumberedAnew() {
    var message = new Step.Publish(Label.parse("M7"), "c", "b", true);
    Step held = new Step.Hold(message.label());

    assertThat(candidates(get("A1"), held, message))
        .containsExactly(
            scenario(
                get("A1"),
                new Step.Hold(Label.parse("M1")),
                new Step.Publish(Label.parse("M1"), "c", "b", true)));
  }

  @Test
  void renamesStepsOfEveryKind() {
    Optional<Ending> reset = Optional.of(Ending.RESET);

    assertThat(candidates(everyKind(Label.parse("D9"), reset)))
        .containsExactly(scenario(everyKind(Label.parse("A1"), reset)));
  }

  private static Step[] everyKind(Label label, Optional<Ending> then) {
    Lane lane = label.lane();
    return new Step[] {
      new Step.Start(label, Command.of("PING"), true),
      new Step.Await(label),
      new Step.Cancel(label, true),
      new Step.GiveUp(label, true),
      new Step.Complete(label, CallersWord.DEFAULT, true),
      new Step.Interrupt(lane, true),
      new Step.WalkAway(lane, true),
      new Step.GiveBack(lane, true),
      new Step.Expire(),
      new Step.Answer(label, ErrorCode.OOM),
      new Step.Hold(label),
      new Step.Deliver(label, 3, true),
      new Step.Tear(label, new Cut.After(3), then, true),
      new Step.Release(label, true),
      new Step.End(lane, Ending.RESET, true),
      new Step.Stall(),
      new Step.Corrupt(label, Corruption.WRONG_TYPE),
      new Step.Lose(lane, true),
      new Step.LoseNext(),
      new Step.HalfClose(lane, true),
      new Step.StopReading(lane, true),
      new Step.ReadAgain(lane, true),
      new Step.DelayAccept(),
      new Step.Accept(true),
      new Step.Push(lane, true)
    };
  }

  private static Step get(String label) {
    return start(label, "GET", "k" + label);
  }

  private static Step start(String label, String name, String... arguments) {
    return new Step.Start(Label.parse(label), Command.of(name, arguments), false);
  }

  private static Step await(String label) {
    return new Step.Await(Label.parse(label));
  }

  private static List<Scenario> candidates(Step... steps) {
    return PlainerLabels.candidates(scenario(steps));
  }
}
