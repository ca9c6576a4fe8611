package dev.crosstalk.oracle;

import static dev.crosstalk.oracle.Said.answer;
import static dev.crosstalk.oracle.Said.failure;
import static dev.crosstalk.oracle.Said.ok;
import static dev.crosstalk.oracle.Said.plainest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class TransactionsOracleTest {
  private static final List<Outcome> UNKNOWN = Said.UNKNOWN;

  @Test
  void isSilentWhereEachGetsItsOwnResult() {
    assertThat(judged(ran().ends("A2", ok("v2")).ends("A3", ok("v3")))).isEmpty();
  }

  @Test
  void tellsAResultOfAnotherCommandOfTheSameExec() {
    var story = ran().ends("A2", ok("v3")).ends("A3", ok("v3"));

    assertThat(judged(story))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.call()).contains("A2");
              assertThat(violation.expected())
                  .isEqualTo("A2 GET kA2 gets its own result of EXEC, \"v2\"");
              assertThat(violation.observed())
                  .isEqualTo("\"v3\", which is the reply to A3 GET kA3 on connection 1");
            });
    assertThat(new MatchedOracle().judge(story.history())).isEmpty();
  }

  @Test
  void leavesTheReplyToSomebodyOutsideToMatched() {
    var story = ran().starts("B1", "GET", "kB1").answers("B1", answer("vB")).ends("A2", ok("vB"));

    assertThat(judged(story)).isEmpty();
    assertThat(new MatchedOracle().judge(story.history())).hasSize(1);
  }

  @ParameterizedTest
  @FieldSource("UNKNOWN")
  void blamesNobodyForAnUnknownOutcome(Outcome unknown) {
    assertThat(judged(ran().ends("A2", unknown).ends("A3", unknown))).isEmpty();
  }

  @Test
  void tellsACommandThatWasExecutedOutsideItsTransaction() {
    var story = begun().answersOver(2, "A2", answer("v2"));

    assertThat(judged(story))
        .extracting(Violation::observed)
        .containsExactly("executed at once, over connection 2");
  }

  @Test
  void aTransactionIsOverForALaneThatHasAnotherSession() {
    var story =
        HistoryBuilder.of(plainest().transaction())
            .starts("A1", "MULTI")
            .inBlock("A1", "A1")
            .answers("A1", answer("OK"))
            .ends("A1", ok("OK"))
            .session("A", 2);

    assertThat(judged(two(story).answersOver(2, "A2", answer("v2")))).isEmpty();
  }

  @Test
  void aCommandThatWasRefusedWasNotExecuted() {
    assertThat(judged(begun().answers("A2", failure("OOM full")))).isEmpty();
  }

  @Test
  void nothingIsInsideATransactionThatDidNotBegin() {
    assertThat(judged(multi(failure("NOPERM no")).answersOver(1, "A2", answer("v2")))).isEmpty();
  }

  @Test
  void takesNoMultiOfAnotherLaneForThatOfACall() {
    var story =
        HistoryBuilder.of(plainest().transaction())
            .starts("B1", "MULTI")
            .inBlock("B1", "B1")
            .starts("A1", "MULTI")
            .inBlock("A1", "A1")
            .answersOver(1, "B1", failure("NOPERM no"))
            .answersOver(2, "A1", answer("OK"))
            .ends("A1", ok("OK"));

    assertThat(judged(two(story).answersOver(1, "A2", answer("v2")))).isEmpty();
    assertThat(judged(two(story).answersOver(2, "A2", answer("v2")))).hasSize(1);
  }

  @Test
  void blamesNobodyWhereNobodyKnowsWhetherItBegan() {
    var story =
        two(HistoryBuilder.of(plainest().transaction())
                .starts("A1", "MULTI")
                .inBlock("A1", "A1")
                .answers("A1", answer("OK"))
                .ends("A1", new Outcome.TimedOut("late")))
            .answersOver(2, "A2", answer("v2"));

    assertThat(judged(story)).isEmpty();
  }

  @Test
  void isGivenUpForAKeyThatItsSessionWatches() {
    assertThat(judged(givenUp(watched()))).isEmpty();
  }

  @Test
  void tellsATransactionThatIsGivenUpWithoutAWatch() {
    assertThat(judged(givenUp(HistoryBuilder.of(plainest().transaction()))))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.call()).contains("A4");
              assertThat(violation.observed())
                  .isEqualTo("given up for a changed key, over connection 1");
            });
  }

  @Test
  void aWatchIsNotThatOfTheNextSession() {
    assertThat(judged(givenUp(watched().session("A", 2)))).hasSize(1);
  }

  @Test
  void tellsATransactionThatRunsWhereItsWatchIsNotKnown() {
    assertThat(judged(empty(watched(), 2)))
        .extracting(Violation::observed)
        .containsExactly("executed over connection 2, where nothing of A0 WATCH w is known");
    assertThat(judged(empty(watched(), 1))).isEmpty();
  }

  @Test
  void anUnwatchedKeyIsNobodysConcern() {
    var story = watched().starts("A9", "UNWATCH").answers("A9", answer("OK")).ends("A9", ok("OK"));

    assertThat(judged(empty(story, 2))).isEmpty();
  }

  @Test
  void blamesNobodyForAnExecThatMayBeOfAnotherSession() {
    var beside = watched().starts("B1", "EXEC").starts("B2", "GET", "kB2");

    assertThat(judged(empty(beside, 2))).isEmpty();
    assertThat(judged(empty(beside, 2).answersOver(2, "B2", answer("vB2")))).isEmpty();
    assertThat(judged(givenUp(withoutWatch().starts("B1", "EXEC")))).isEmpty();
  }

  @Test
  void tellsAnExecOfItsSessionByWhatStandsBesideItOnItsConnection() {
    var before = watched().starts("B1", "EXEC").starts("A3", "GET", "kA3");
    assertThat(judged(empty(before.answersOver(2, "A3", answer("vA3")), 2))).hasSize(1);

    var behind = watched().starts("B1", "EXEC").starts("A3", "GET", "kA3");
    assertThat(judged(empty(behind, 2).answersOver(2, "A3", answer("vA3")))).hasSize(1);
  }

  @Test
  void tellsAnExecOfItsSessionWhereTheOthersHaveTheirAnswers() {
    var story = watched().starts("B1", "EXEC").answersOver(3, "B1", failure("ERR no"));

    assertThat(judged(empty(story.ends("B1", new Outcome.ServerError("ERR no")), 2))).hasSize(1);
  }

  @Test
  void ofSeveralThatWatchTheSameNobodyKnowsWhoseIsWhere() {
    var story = watched().starts("B0", "WATCH", "w").answersOver(2, "B0", answer("OK"));

    assertThat(judged(empty(story, 2))).isEmpty();
  }

  @Test
  void nobodyCountsOnAWatchOfUnknownOutcome() {
    var story =
        HistoryBuilder.of(plainest().transaction())
            .starts("A0", "WATCH", "w")
            .answers("A0", answer("OK"))
            .ends("A0", new Outcome.TimedOut("late"));

    assertThat(judged(empty(story, 2))).isEmpty();
  }

  private static HistoryBuilder withoutWatch() {
    return HistoryBuilder.of(plainest().transaction());
  }

  private static HistoryBuilder watched() {
    return withoutWatch()
        .starts("A0", "WATCH", "w")
        .answers("A0", answer("OK"))
        .ends("A0", ok("OK"));
  }

  private static HistoryBuilder givenUp(HistoryBuilder story) {
    return exec(story, 1, new Reply.Answer(new Value.Nil()))
        .ends("A4", new Outcome.Ok(new Value.Nil()));
  }

  private static HistoryBuilder empty(HistoryBuilder story, int connection) {
    return exec(story, connection, new Reply.Answer(new Value.Items(List.of())))
        .ends("A4", new Outcome.Ok(new Value.Items(List.of())));
  }

  private static HistoryBuilder exec(HistoryBuilder story, int connection, Reply reply) {
    return story
        .starts("A1", "MULTI")
        .inBlock("A1", "A1")
        .answersOver(connection, "A1", answer("OK"))
        .ends("A1", ok("OK"))
        .starts("A4", "EXEC")
        .inBlock("A4", "A1")
        .answersOver(connection, "A4", reply);
  }

  private static HistoryBuilder multi(Reply reply) {
    return two(
        HistoryBuilder.of(plainest().transaction())
            .starts("A1", "MULTI")
            .inBlock("A1", "A1")
            .answers("A1", reply)
            .ends("A1", ok("OK")));
  }

  private static HistoryBuilder two(HistoryBuilder story) {
    return story
        .starts("A2", "GET", "kA2")
        .inBlock("A2", "A1")
        .starts("A3", "GET", "kA3")
        .inBlock("A3", "A1");
  }

  private static HistoryBuilder begun() {
    return multi(answer("OK"));
  }

  private static HistoryBuilder ran() {
    Map<String, Reply> results = new LinkedHashMap<>();
    results.put("A2", answer("v2"));
    results.put("A3", answer("v3"));
    return begun()
        .queuesAtServer("A2")
        .queuesAtServer("A3")
        .starts("A4", "EXEC")
        .inBlock("A4", "A1")
        .answersExec("A4", results);
  }

  private static List<Violation> judged(HistoryBuilder story) {
    return new TransactionsOracle().judge(story.history());
  }
}
