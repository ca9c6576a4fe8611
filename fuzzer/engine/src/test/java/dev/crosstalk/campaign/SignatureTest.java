package dev.crosstalk.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.oracle.Family;
import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioSettings;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.UserCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignatureTest {
  private static final Label A1 = Label.parse("A1");
  private static final Lane A = A1.lane();

  @Test
  void namesTheKindOfEveryStep() {
    assertThat(
            kinds(
                start("A1", "kA1"),
                new Step.Await(A1),
                new Step.Cancel(A1, true),
                new Step.Interrupt(A, false),
                new Step.WalkAway(A, false),
                new Step.Expire(),
                new Step.Hold(A1),
                new Step.Deliver(A1, 3, false),
                new Step.Release(A1, false),
                new Step.End(A, Ending.RESET, false),
                new Step.Stall(),
                new Step.Push(A, false),
                new Step.GiveBack(A, false),
                new Step.Answer(A1, ErrorCode.OOM)))
        .containsExactly(
            "start",
            "await",
            "cancel",
            "interrupt",
            "walk away",
            "expire",
            "hold",
            "cut",
            "release",
            "end",
            "stall",
            "push",
            "give back",
            "answer");
  }

  @Test
  void takesATearForACutAndPerhapsAnEnd() {
    Cut cut = new Cut.After(1);

    assertThat(kinds(new Step.Tear(A1, cut, Optional.empty(), false))).containsExactly("cut");
    assertThat(kinds(new Step.Tear(A1, cut, Optional.of(Ending.CLOSE), false)))
        .containsExactly("cut", "end");
  }

  @Test
  void tellsACallThatFailsInUserCode() {
    assertThat(kinds(start("A1", "kA1" + UserCode.ENCODE_FAILS))).containsExactly("start failing");
  }

  @Test
  void takesRepeatsForOne() {
    assertThat(kinds(start("A1", "kA1"), start("B1", "x"), new Step.Await(A1), start("A2", "kA2")))
        .containsExactly("start", "await", "start");
  }

  @Test
  void includesWhatItHasAllTheKindsOfInTheirOrder() {
    Signature large = signature("start", "hold", "expire", "start", "end");

    assertThat(large.includes(signature("start", "expire", "end"))).isTrue();
    assertThat(large.includes(large)).isTrue();
    assertThat(large.includes(signature())).isTrue();
    assertThat(large.includes(signature("expire", "hold"))).isFalse();
    assertThat(large.includes(signature("start", "start", "start"))).isFalse();
    assertThat(signature("start").includes(large)).isFalse();
  }

  @Test
  void includesNothingOfAnotherFamily() {
    assertThat(signature("start").includes(new Signature(Family.STUCK, List.of("start"))))
        .isFalse();
  }

  private static Signature signature(String... kinds) {
    return new Signature(Family.CROSSED, List.of(kinds));
  }

  private static List<String> kinds(Step... steps) {
    return Signature.of(Family.CROSSED, new Scenario(ScenarioSettings.PLAIN, List.of(steps)))
        .kinds();
  }

  private static Step start(String label, String key) {
    return new Step.Start(Label.parse(label), Command.of("GET", key), false);
  }
}
