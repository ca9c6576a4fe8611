package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.NIL;
import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.items;
import static dev.crosstalk.oracle.Said.number;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.pairs;
import static dev.crosstalk.oracle.Said.story;
import static dev.crosstalk.oracle.Said.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TypedOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

  private static final List<Value> OF_OTHER_TYPES =
      List.of(
          NIL,
          text("1000001"),
          new Value.Flag(true),
          new Value.Real(1),
          items(number(1)),
          pairs("f1=a"),
          new Value.Foreign("java.util.BitSet", "{}"));

  @Test
  void isSilentWhenAReplyIsOfItsCommandsType() {
    assertThat(judged(counted().ends("A1", ok(number(7))))).isEmpty();
  }

  @ParameterizedTest
  @FieldSource("OF_OTHER_TYPES")
  void tellsAReplyOfAnotherType(Value got) {
    assertThat(judged(counted().ends("A1", ok(got)))).hasSize(1);
  }

  @Test
  void saysWhatTheReplyWas() {
    assertThat(judged(counted().ends("A1", ok("7"))))
        .containsExactly(
            new Violation(
                "typed",
                Family.CROSSED,
                Grade.FORBIDDEN,
                Optional.of("A1"),
                "A1 INCR kA1 gets 7",
                "\"7\""));
  }

  @Test
  void leavesAWrongAnswerOfTheRightTypeToMatched() {
    assertThat(judged(counted().ends("A1", ok(number(8))))).isEmpty();
  }

  @Test
  void leavesAnAnswerThatIsSomebodyElsesToMatched() {
    var story =
        counted().starts("B1", "GET", "kB1").answers("B1", answer("kB1#2")).ends("A1", ok("kB1#2"));

    assertThat(judged(story)).isEmpty();
    assertThat(new MatchedOracle().judge(story.history())).hasSize(1);
  }

  @Test
  void keepsAnAnswerThatIsNobodyElsesFromMatched() {
    var history = counted().ends("A1", ok("7")).history();

    assertThat(new MatchedOracle().judge(history)).isEmpty();
  }

  @Test
  void acceptsTheTypeOfAnyExecutionOfTheCall() {
    var sentAgain =
        story()
            .starts("A1", "GET", "kA1")
            .answers("A1", answer(NIL))
            .answers("A1", answer("kA1#2"));

    assertThat(judged(sentAgain.ends("A1", ok("kA1#3")))).isEmpty();
  }

  @Test
  void knowsNoTypeWhileNoReplyHasLeft() {
    var story = story().starts("A1", "INCR", "kA1").owes("A1", answer(number(7)));

    assertThat(judged(story.ends("A1", ok("7")))).isEmpty();
  }

  @Test
  void knowsNoTypeFromAnError() {
    var story = story().starts("A1", "INCR", "kA1").answers("A1", failure("ERR no"));

    assertThat(judged(story.ends("A1", ok("7")))).isEmpty();
    assertThat(new MatchedOracle().judge(story.history())).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void blamesNobodyForAnUnknownOutcome(Outcome unknown) {
    assertThat(judged(counted().ends("A1", unknown))).isEmpty();
  }

  @Test
  void leavesErrorsToMatched() {
    assertThat(judged(counted().ends("A1", Said.error("ERR no")))).isEmpty();
  }

  private static HistoryBuilder counted() {
    return story().starts("A1", "INCR", "kA1").answers("A1", answer(number(7)));
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new TypedOracle().judge(story.history());
  }
}
