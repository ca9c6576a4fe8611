package dev.crosstalk.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What calls that wait in blocks may come to, and when. */
class BlocksTest {
  private static final Value ONE = new Value.Text("one");
  private static final Value TWO = new Value.Text("two");
  private static final Outcome LOST = new Outcome.ConnectionLost("gone");

  @Test
  void takesWhatExecGave() {
    var made = answered();
    made.ends("A2", ok(ONE)).ends("A3", ok(TWO)).ends("A4", ok(new Value.Items(List.of(ONE, TWO))));
    assertThat(broken(made)).isEmpty();
  }

  @Test
  void tellsSwappedElements() {
    var made = answered();
    made.ends("A2", ok(TWO)).ends("A3", ok(ONE)).ends("A4", ok(new Value.Items(List.of(TWO, ONE))));
    assertThat(Oracles.judge(made.history()))
        .extracting(violation -> violation.call().orElseThrow())
        .containsExactly("A4", "A2", "A3");
    assertThat(broken(made)).containsOnly("matched", "transactions");
  }

  @Test
  void thatItIsQueuedIsNoAnswerToACommand() {
    var made = answered().ends("A2", ok(new Value.Text("QUEUED")));
    assertThat(broken(made)).contains("matched");
  }

  @Test
  void aDriverMaySayThatACommandIsQueuedIfItIs() {
    assertThat(broken(queued().ends("A2", new Outcome.Queued()))).isEmpty();
    var direct = transaction().starts("A1", "GET", "k").answers("A1", new Reply.Answer(ONE));
    assertThat(broken(direct.ends("A1", new Outcome.Queued()))).containsOnly("matched");
  }

  @Test
  void theErrorOfExecMayBeToldToAllThatWasQueued() {
    var made = queued().starts("A4", "EXEC").inBlock("A4", "A1");
    var aborted = new Reply.Failure("EXECABORT");
    made.answers("A4", aborted).answersInside("A2", aborted);
    made.ends("A2", new Outcome.ServerError("EXECABORT"));
    assertThat(broken(made)).isEmpty();
  }

  @Test
  void anotherTransactionsAnswersAreNotThisOnes() {
    var made = answered().starts("B1", "EXEC");
    made.answers("B1", new Reply.Answer(new Value.Items(List.of())));
    made.ends("B1", ok(new Value.Items(List.of(ONE, TWO))));
    assertThat(broken(made)).containsOnly("matched");
  }

  @Test
  void answersThatNameNobodyMayBeAnybodys() {
    var pong = new Value.Items(List.of(new Value.Text("PONG")));
    var made = transaction().starts("A1", "EXEC").starts("B1", "EXEC");
    made.answers("B1", new Reply.Answer(pong)).ends("A1", ok(pong));
    assertThat(broken(made)).isEmpty();
  }

  @Test
  void whatRunsAPipelineAnswersNothing() {
    var made = HistoryBuilder.of(Variant.named("plain").pipeline());
    made.starts("A1", "EXECUTE").ends("A1", ok(new Value.Nil()));
    assertThat(broken(made)).isEmpty();
  }

  @Test
  void theReplyToMultiIsJudgedUnlessTheApiKeepsIt() {
    var told = HistoryBuilder.of(Variant.named("plain").transaction());
    told.starts("A1", "MULTI").ends("A1", ok(new Value.Nil()));
    assertThat(broken(told)).containsOnly("matched");
    var kept = HistoryBuilder.of(Variant.named("plain").transaction().loses(Loss.MULTI_REPLY));
    kept.starts("A1", "MULTI").ends("A1", ok(new Value.Nil()));
    assertThat(broken(kept)).isEmpty();
  }

  @Test
  void aCallMayWaitForEverInABlockThatNobodyEnds() {
    assertThat(broken(queued().pass(1_000))).isEmpty();
  }

  @Test
  void aCallEndsWithItsBlock() {
    var made = queued().starts("A4", "EXEC").inBlock("A4", "A1").pass(50).ends("A4", LOST);
    assertThat(broken(made)).isEmpty();
    assertThat(broken(made.pass(1))).containsOnly("in-time");
    made.ends("A2", LOST).ends("A3", LOST);
    assertThat(broken(made)).containsOnly("in-time");
  }

  @Test
  void whatEndsABlockHasTheTimeoutOfAnyCall() {
    var made = queued().starts("A4", "EXEC").inBlock("A4", "A1").pass(99);
    assertThat(broken(made)).isEmpty();
    assertThat(broken(made.pass(2))).containsOnly("in-time");
  }

  @Test
  void repliesToTheBlockStartTheTimeoutOfWhatEndsItAnew() {
    var made = queued().starts("A4", "EXEC").inBlock("A4", "A1").pass(90).sends(1).pass(90);
    assertThat(broken(made)).isEmpty();
  }

  @Test
  void thereIsNoBlockToWaitInWhereMultiHasFailed() {
    var made = transaction().opens(1).starts("A1", "MULTI").inBlock("A1", "A1").ends("A1", LOST);
    made.starts("A2", "GET", "k2").inBlock("A2", "A1").pass(500);
    assertThat(broken(made)).containsOnly("in-time");
  }

  /** MULTI, GET k2 and GET k3 queued. */
  private static HistoryBuilder queued() {
    var made = transaction().opens(1).starts("A1", "MULTI").inBlock("A1", "A1");
    made.answers("A1", new Reply.Answer(new Value.Text("OK"))).ends("A1", ok(new Value.Text("OK")));
    made.starts("A2", "GET", "k2").inBlock("A2", "A1").queuesAtServer("A2");
    return made.starts("A3", "GET", "k3").inBlock("A3", "A1").queuesAtServer("A3");
  }

  /** And then EXEC. */
  private static HistoryBuilder answered() {
    Map<String, Reply> inside = new LinkedHashMap<>();
    inside.put("A2", new Reply.Answer(ONE));
    inside.put("A3", new Reply.Answer(TWO));
    return queued().starts("A4", "EXEC").answersExec("A4", inside);
  }

  private static HistoryBuilder transaction() {
    return HistoryBuilder.of(Variant.named("plain").transaction());
  }

  private static Outcome ok(Value value) {
    return new Outcome.Ok(value);
  }

  private static List<String> broken(HistoryBuilder made) {
    return Oracles.judge(made.history()).stream().map(Violation::invariant).toList();
  }
}
