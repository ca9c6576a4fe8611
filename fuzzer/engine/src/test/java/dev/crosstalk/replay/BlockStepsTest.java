package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What steps mean to calls that wait in blocks. */
class BlockStepsTest {

  @Test
  void aCallWaitsUntilItsBlockIsExecuted() {
    Play play = pipeline("A A1 GET k1", "A A2 GET k2", "A A3 EXECUTE", "A await A3");
    assertThat(play.answer("A1")).startsWith("k1@");
    assertThat(play.answer("A2")).startsWith("k2@");
    assertThat(play.endedIn("A1")).isEqualTo(3);
    assertThat(play.idleSteps()).isEmpty();
    assertThat(block(play, "A1", "A2", "A3")).containsOnly("A1");
  }

  @Test
  void awaitingACallOfAnOpenBlockDoesNothing() {
    Play play = pipeline("A A1 GET k1", "A await A1", "clock expire", "A A2 EXECUTE", "A await A1");
    assertThat(play.note(1)).isEqualTo("A1 waits in a block that was not ended");
    assertThat(play.idleSteps()).containsExactly(1);
    assertThat(play.endedIn("A1")).isEqualTo(4);
  }

  @Test
  void awaitingOneCallLetsOutWhatItsWholeBlockIsOwed() {
    Play play = pipeline("A A1 GET k1", "A A2 GET k2", "A A3 EXECUTE", "A await A1");
    assertThat(play.endedIn("A2")).isEqualTo(3);
    assertThat(play.fate(3)).isEqualTo(Fate.DONE);
  }

  @Test
  void aBlockIsQuietWhileOneOfItsRepliesIsKept() {
    Play play =
        pipeline("A A1 GET k1", "A A2 GET k2", "A A3 EXECUTE", "server release the reply to A1");
    assertThat(play.fate(3)).isEqualTo(Fate.DONE);
    assertThat(play.endedIn("A1")).isEqualTo(4);
  }

  @Test
  void theNextCommandBeginsAnotherBlock() {
    Play play =
        pipeline("A A1 GET k1", "A A2 EXECUTE", "A await A2", "A A3 GET k3", "A A4 EXECUTE");
    assertThat(block(play, "A3", "A4")).containsOnly("A3");
  }

  @Test
  void whatRunsABlockIsOwedNoReply() {
    Play play = pipeline("A A1 GET k1", "A A2 EXECUTE", "server release the reply to A2");
    assertThat(play.note(2)).isEqualTo("no reply to A2 is owed");
  }

  @Test
  void requestsOfOneChunkWithTheSameWordsAreOneOfEachCall() {
    Play play = pipeline("A A1 PING", "A A2 PING", "A A3 EXECUTE", "A await A3");
    assertThat(play.history().executions().stream().map(Execution::label).flatMap(Optional::stream))
        .startsWith("A1", "A2");
  }

  @Test
  void aLostConnectionEndsTheBlock() {
    Play play =
        pipeline("A A1 GET k1", "A A2 GET k2", "A A3 EXECUTE", "server close the connection of A");
    for (String label : List.of("A1", "A2", "A3")) {
      assertThat(play.outcome(label)).isInstanceOf(Outcome.ConnectionLost.class);
    }
  }

  @Test
  void healingEndsOpenBlocksBeforeItProbes() {
    Play play = pipeline("A A1 GET k1");
    assertThat(play.history().calls())
        .extracting(CallHistory::label)
        .startsWith("A1", "A:end", "A:probe-1", "A:end-1");
    assertThat(play.answer("A1")).startsWith("k1@");
  }

  @Test
  void healingProbesInsideOpenBlocksUnderOddSchedules() {
    Play play = Play.of(ScriptedDriver.GATHERING, ScriptedDriver::new, "schedule=1", "A A1 GET k1");
    assertThat(play.history().calls())
        .extracting(CallHistory::label)
        .startsWith("A1", "A:probe-1", "A:end-1");
    assertThat(block(play, "A1", "A:probe-1", "A:end-1")).containsOnly("A1");
  }

  @Test
  void whatExecRunsIsTiedToWhatWasQueued() {
    Play play =
        transaction(
            "A A1 MULTI", "A await A1", "A A2 GET k2", "A await A2", "A A3 EXEC", "A await A3");
    List<Execution> ofA2 =
        play.history().executions().stream().filter(execution -> execution.isOf("A2")).toList();
    assertThat(ofA2).extracting(Execution::queued).containsExactly(true, false);
    assertThat(ofA2).extracting(Execution::insideExec).containsExactly(false, true);
    Execution exec =
        play.history().executions().stream().filter(e -> e.isOf("A3")).findFirst().orElseThrow();
    assertThat(ofA2.get(1).exec()).isEqualTo(exec.serial());
    assertThat(ofA2.get(1).sentNanos()).isEqualTo(exec.sentNanos());
    var element = ((Execution.Reply.Answer) ofA2.get(1).reply()).value();
    assertThat(exec.reply())
        .isEqualTo(new Execution.Reply.Answer(new Value.Items(List.of(element))));
  }

  @Test
  void nobodyNestsTransactionsOrEndsOneThatIsNotOpen() {
    Play play =
        transaction(
            "A A1 EXEC", "A A2 MULTI", "A await A2", "A A3 MULTI", "A A4 DISCARD", "A A5 DISCARD");
    assertThat(play.idleSteps()).containsExactly(0, 3, 5);
    assertThat(play.note(0)).isEqualTo("no transaction is open");
    assertThat(play.note(3)).isEqualTo("a transaction is open already");
  }

  @Test
  void aTransactionIsLostWithTheClientItBeganOn() {
    Play play = transaction("A A1 MULTI", "A await A1", "B close the client", "A A2 EXEC");
    assertThat(play.note(3)).isEqualTo("no transaction is open");
    assertThat(play.history().call("A:end")).isEmpty();
  }

  @Test
  void aTransactionThatBeginsOnTheClientBehindAClosedOneIsOpen() {
    Play play = beginningWhileTheClientIsClosed("A A3 GET k3", "A A4 EXEC", "A await A4");
    assertThat(play.fate(5)).isEqualTo(Fate.DONE);
    assertThat(block(play, "A2", "A3", "A4")).containsOnly("A2");
    assertThat(connections(play, "A2", "A3", "A4")).containsOnly(2);
  }

  @Test
  void healingEndsATransactionThatBeganOnTheClientBehindAClosedOne() {
    Play play = beginningWhileTheClientIsClosed();
    assertThat(connections(play, "A2")).containsOnly(2);
    assertThat(connections(play, "A:end")).containsOnly(2);
    assertThat(block(play, "A:probe-1")).containsOnly("");
  }

  /** MULTI waits for its lane's dead session to close, which does when the client has. */
  private static Play beginningWhileTheClientIsClosed(String... more) {
    var lines =
        new ArrayList<>(
            List.of(
                "A A1 GET k1",
                "server close the connection of A",
                "A A2 MULTI",
                "B close the client"));
    lines.addAll(List.of(more));
    return Play.once(
        ScriptedDriver.QUEUEING,
        new LateToClose(),
        Play.scenario("protocol=2", lines.toArray(String[]::new)));
  }

  private static List<Integer> connections(Play play, String... labels) {
    return Stream.of(labels)
        .flatMap(label -> play.history().executions().stream().filter(e -> e.isOf(label)))
        .map(Execution::connection)
        .toList();
  }

  /** Its first session, once of no use, closes only when the client does. */
  private static final class LateToClose extends ScriptedDriver {
    private final CountDownLatch clientClosing = new CountDownLatch(1);
    private int closes;

    @Override
    void closeLink(Link link) throws IOException {
      super.closeLink(link);
      int nth = next();
      if (nth == 3) {
        clientClosing.countDown();
      }
      try {
        assertThat(nth != 2 || clientClosing.await(10, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException interrupted) {
        throw new IOException(interrupted);
      }
    }

    private synchronized int next() {
      return ++closes;
    }
  }

  private static Play pipeline(String... lines) {
    Play play = Play.of(ScriptedDriver.GATHERING, lines);
    assertThat(Oracles.judge(play.history())).isEmpty();
    return play;
  }

  private static Play transaction(String... lines) {
    return Play.of(ScriptedDriver.QUEUEING, lines);
  }

  private static List<String> block(Play play, String... labels) {
    return List.of(labels).stream()
        .map(label -> play.history().call(label).orElseThrow().block().orElse(""))
        .toList();
  }
}
