package dev.crosstalk.shrink;

import static dev.crosstalk.shrink.Steps.A1;
import static dev.crosstalk.shrink.Steps.scenario;
import static dev.crosstalk.shrink.Steps.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.Landmark;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.UserCode;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class PlainerStepsTest {
  private static final Lane LANE = Lane.at(0);
  private static final Cut LAST_BYTE = new Cut.BeforeEnd(1);
  private static final Cut FIRST_BYTE = new Cut.After(1);

  private static final List<Step> PLAINEST =
      List.of(
          start("GET", "kA1"),
          new Step.Await(A1),
          new Step.Cancel(A1, false),
          new Step.Interrupt(LANE, false),
          new Step.WalkAway(LANE, false),
          new Step.Expire(),
          new Step.Hold(A1),
          new Step.Deliver(A1, 1, false),
          new Step.Tear(A1, LAST_BYTE, Optional.empty(), false),
          new Step.Tear(A1, LAST_BYTE, Optional.of(Ending.CLOSE), false),
          new Step.Release(A1, false),
          new Step.End(LANE, Ending.CLOSE, false),
          new Step.Stall(),
          new Step.Push(LANE, false));

  private static final List<Step> MARKED =
      PLAINEST.stream().map(step -> step.atOnce(true)).filter(Step::atOnce).toList();

  @ParameterizedTest
  @FieldSource("PLAINEST")
  void hasNothingPlainerForAPlainStep(Step step) {
    assertThat(plainer(step)).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("MARKED")
  void settlesAStepThatWasMarkedAtOnce(Step step) {
    assertThat(plainer(step)).containsExactly(step.atOnce(false));
  }

  @Test
  void keepsTheMarkWhileOtherThingsBecomePlainer() {
    assertThat(plainer(start("PING").atOnce(true)))
        .containsExactly(start("PING"), start("GET", "kA1").atOnce(true));
    assertThat(plainer(new Step.End(LANE, Ending.RESET, true)))
        .containsExactly(
            new Step.End(LANE, Ending.RESET, false), new Step.End(LANE, Ending.CLOSE, true));
  }

  @Test
  void takesGetAndThenAPlainKeyForAnyCommand() {
    assertThat(plainer(start("SET", "odd", "v")))
        .containsExactly(start("GET", "kA1"), start("SET", "kA1", "v"));
    assertThat(plainer(start("SET", "kA1", "v"))).containsExactly(start("GET", "kA1"));
    assertThat(plainer(start("GET", "odd"))).containsExactly(start("GET", "kA1"));
  }

  @Test
  void keepsTheArgumentsOfCommandsThatHaveNoKey() {
    assertThat(plainer(start("PING"))).containsExactly(start("GET", "kA1"));
    assertThat(plainer(start("CLIENT TRACKING", "ON"))).containsExactly(start("GET", "kA1"));
  }

  @Test
  void keepsTheMarkThatMakesUserCodeFail() {
    String mark = UserCode.ENCODE_FAILS;

    assertThat(plainer(start("SET", "odd" + mark, "v" + mark)))
        .contains(start("GET", "kA1" + mark), start("SET", "kA1" + mark, "v" + mark));
  }

  @Test
  void triesFirstWithoutAMark() {
    assertThat(plainer(start("SMEMBERS", "kA1!null!!decode-fails-at-2!!encode-fails!")))
        .startsWith(start("GET", "kA1"), start("SMEMBERS", "kA1"));
    assertThat(plainer(start("GET", "kA1!null!"))).containsExactly(start("GET", "kA1"));
  }

  @Test
  void keepsTheMarkThatMakesADecoderFail() {
    String mark = UserCode.DECODE_FAILS_UNREAD;

    assertThat(plainer(start("MGET", "kA1", "kA1'" + mark)))
        .contains(start("GET", "kA1" + mark), start("MGET", "kA1" + mark, "kA1'" + mark));
    assertThat(plainer(start("SMEMBERS", "odd" + UserCode.at(mark, 3))))
        .contains(start("SMEMBERS", "kA1" + UserCode.at(mark, 3)));
  }

  @Test
  void cutsBeforeTheLastByteOrAfterTheFirst() {
    Cut odd = new Cut.At(Landmark.INSIDE_LENGTH, 2);

    assertThat(plainer(tear(odd))).containsExactly(tear(LAST_BYTE), tear(FIRST_BYTE));
    assertThat(plainer(tear(FIRST_BYTE))).containsExactly(tear(LAST_BYTE));
  }

  @Test
  void closesInsteadOfResetting() {
    assertThat(plainer(new Step.Tear(A1, LAST_BYTE, Optional.of(Ending.RESET), false)))
        .containsExactly(new Step.Tear(A1, LAST_BYTE, Optional.of(Ending.CLOSE), false));
    assertThat(plainer(new Step.End(LANE, Ending.RESET, false)))
        .containsExactly(new Step.End(LANE, Ending.CLOSE, false));
  }

  @Test
  void keepsHowATornConnectionEndsWhileTheCutBecomesPlainer() {
    assertThat(plainer(new Step.Tear(A1, FIRST_BYTE, Optional.of(Ending.RESET), true)))
        .containsExactly(
            new Step.Tear(A1, FIRST_BYTE, Optional.of(Ending.RESET), false),
            new Step.Tear(A1, LAST_BYTE, Optional.of(Ending.RESET), true),
            new Step.Tear(A1, FIRST_BYTE, Optional.of(Ending.CLOSE), true));
  }

  @Test
  void deliversOneByteOrHalfAsMany() {
    assertThat(plainer(deliver(9))).containsExactly(deliver(1), deliver(4));
    assertThat(plainer(deliver(4))).containsExactly(deliver(1), deliver(2));
    assertThat(plainer(deliver(3))).containsExactly(deliver(1));
    assertThat(plainer(deliver(2))).containsExactly(deliver(1));
  }

  @Test
  void changesOneStepAtATime() {
    Step expire = new Step.Expire();

    assertThat(PlainerSteps.candidates(scenario(start("PING"), expire, tear(FIRST_BYTE))))
        .containsExactly(
            scenario(start("GET", "kA1"), expire, tear(FIRST_BYTE)),
            scenario(start("PING"), expire, tear(LAST_BYTE)));
  }

  private static Step tear(Cut cut) {
    return new Step.Tear(A1, cut, Optional.empty(), false);
  }

  private static Step deliver(int bytes) {
    return new Step.Deliver(A1, bytes, false);
  }

  private static List<Step> plainer(Step step) {
    return PlainerSteps.candidates(scenario(step)).stream()
        .map(candidate -> candidate.steps().getFirst())
        .toList();
  }
}
