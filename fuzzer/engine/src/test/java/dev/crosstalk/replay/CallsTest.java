package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.history.Completion;
import dev.crosstalk.server.Accounts;
import dev.crosstalk.server.IdentitySource;
import dev.crosstalk.server.Server;
import dev.crosstalk.server.ServerConnection;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import dev.crosstalk.world.LaneThread;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose a request is that drivers send for themselves, too. */
class CallsTest {
  private final Calls calls = new Calls(Set.of(), Set.of("UNWATCH"), 0, false);
  private final Server server =
      new Server(new IdentitySource(), new Accounts(Optional.empty()), calls);
  private final ServerConnection connection = server.accept();
  private final LaneThread laneA = new Thread();
  private final LaneThread laneB = new Thread();

  @Test
  void isTheDriversOwnWhereAnotherLaneAskedLast() {
    begin("A1", laneA, Command.of("GET", "kA1"));
    receive("GET kA1");
    begin("B1", laneB, Command.of("UNWATCH"));
    receive("UNWATCH");

    assertThat(calls.executions().getLast().label()).isEmpty();
    assertThat(server.strays()).isEmpty();
  }

  @Test
  void isThatOfALaneWhichAskedLast() {
    begin("A1", laneA, Command.of("GET", "kA1"));
    receive("GET kA1");
    begin("A2", laneA, Command.of("UNWATCH"));
    receive("UNWATCH");

    assertThat(calls.executions().getLast().label()).contains("A2");
  }

  @Test
  void isTheDriversOwnWhereNobodyAsks() {
    receive("UNWATCH");

    assertThat(calls.executions().getLast().label()).isEmpty();
    assertThat(server.strays()).isEmpty();
  }

  @Test
  void isOfTheCallThatWasGivenNullWhateverTheDriverMakesOfThat() {
    begin("A1", laneA, Command.of("SET", "kA1", "v!null!"));
    begin("A2", laneA, Command.of("SET", "kA2", "v!null!"));
    begin("A3", laneA, Command.of("MGET", "kA3!null!", "kA3"));
    receive("SET kA1 \"\"");
    receive("SET kA2 null");
    receive("MGET kA3");

    assertThat(calls.executions())
        .extracting(executed -> executed.label().orElse("nobody's"))
        .containsExactly("A1", "A2", "A3");
    assertThat(server.strays()).isEmpty();
  }

  @Test
  void whatACacheHasAnsweredIsNotSentLater() {
    var cached = new Calls(Set.of(), Set.of(), 0, true);
    assertThat(labelBehindAnAnswerThatWasNotSent(cached)).contains("A2");
    assertThat(labelBehindAnAnswerThatWasNotSent(new Calls(Set.of(), Set.of(), 0, false)))
        .contains("A1");
  }

  @Test
  void anExecIsOfTheBlockThatWasQueuedOnItsConnection() {
    ServerConnection other = server.accept();
    begin("A1", laneA, Command.of("MULTI"), "A1");
    begin("B1", laneB, Command.of("MULTI"), "B1");
    begin("A2", laneA, Command.of("GET", "kA2"), "A1");
    begin("B2", laneB, Command.of("GET", "kB2"), "B1");
    begin("A3", laneA, Command.of("EXEC"), "A1");
    begin("B3", laneB, Command.of("EXEC"), "B1");
    receive("MULTI");
    receive("GET kB2");
    receive(other, "MULTI");
    receive(other, "GET kA2");
    receive("EXEC");
    receive(other, "EXEC");

    assertThat(labels()).containsExactly("B1", "B2", "A1", "A2", "B3", "A3");
  }

  @Test
  void anExecIsNotOfALaneThatIsKnownToUseAnotherConnection() {
    ServerConnection other = server.accept();
    begin("A1", laneA, Command.of("MULTI"), "A1");
    begin("B1", laneB, Command.of("MULTI"), "B1");
    end("A1", new Outcome.Ok(new Value.Nil()));
    end("B1", new Outcome.Ok(new Value.Nil()));
    receive(other, "MULTI");
    begin("B2", laneB, Command.of("GET", "kB2"));
    ServerConnection third = server.accept();
    receive(third, "GET kB2");
    receive("MULTI");
    begin("B4", laneB, Command.of("EXEC"), "B1");
    begin("A2", laneA, Command.of("EXEC"), "A1");
    receive("EXEC");

    assertThat(labels()).endsWith("A2");
  }

  @Test
  void aMultiThatIsSentLateIsOfTheBlockThatComesBehindIt() {
    begin("A1", laneA, Command.of("MULTI"), "A1");
    begin("B1", laneB, Command.of("MULTI"), "B1");
    begin("B2", laneB, Command.of("GET", "kB2"), "B1");
    receive("MULTI");
    receive("GET kB2");

    assertThat(labels()).containsExactly("B1", "B2");
    assertThat(calls.find("A1").orElseThrow().executions).isEmpty();
    assertThat(calls.find("B1").orElseThrow().executions).hasSize(1);
  }

  @Test
  void aSubscriptionThatIsRenewedIsNotThatOfACallWhichWasNeverSent() {
    begin("A1", laneA, Command.of("SUBSCRIBE", "c2", "c1"));
    receive("SUBSCRIBE c2 c1");
    begin("B1", laneB, Command.of("SUBSCRIBE", "c1", "c2"));
    end("B1", new Outcome.ConnectionLost("before it was sent"));
    receive(server.accept(), "SUBSCRIBE c1 c2");

    assertThat(labels()).containsExactly("A1", "nobody's");
    assertThat(server.strays()).isEmpty();
  }

  @Test
  void aSubscriptionThatIsRenewedIsThatOfACallWhichWasSent() {
    begin("A1", laneA, Command.of("SUBSCRIBE", "c1"));
    receive("SUBSCRIBE c1");
    end("A1", new Outcome.Ok(new Value.Nil()));
    begin("B1", laneB, Command.of("SUBSCRIBE", "c1"));
    end("B1", new Outcome.ConnectionLost("before it was sent"));
    receive(server.accept(), "SUBSCRIBE c1");

    assertThat(labels()).containsExactly("A1", "A1");
  }

  @Test
  void aSubscriptionThatNobodyElseHasIsThatOfTheCallThatAskedForIt() {
    begin("B1", laneB, Command.of("SUBSCRIBE", "c1"));
    end("B1", new Outcome.TimedOut("before it was sent"));
    receive("SUBSCRIBE c1");

    assertThat(labels()).containsExactly("B1");
  }

  private void end(String label, Outcome outcome) {
    calls.find(label).orElseThrow().completions.add(new Completion(outcome, 0, 0));
  }

  private List<String> labels() {
    return calls.executions().stream().map(it -> it.label().orElse("nobody's")).toList();
  }

  private Optional<String> labelBehindAnAnswerThatWasNotSent(Calls of) {
    for (String label : List.of("A1", "A2")) {
      var call = new CallState(label, "A", Command.of("GET", "c1"), false, 0, laneA, false);
      call.invokedNanos = 0;
      of.add(call);
      if (label.equals("A1")) {
        call.completions.add(new Completion(new Outcome.Ok(new Value.Nil()), 0, 0));
      }
    }
    return of.labelOf(1, List.of("GET", "c1"));
  }

  private void begin(String label, LaneThread lane, Command command) {
    var call = new CallState(label, label.substring(0, 1), command, false, 0, lane, false);
    call.invokedNanos = 1;
    calls.add(call);
  }

  private void begin(String label, LaneThread lane, Command command, String block) {
    begin(label, lane, command);
    calls.find(label).orElseThrow().block = Optional.of(block);
  }

  private void receive(String line) {
    receive(connection, line);
  }

  private void receive(ServerConnection over, String line) {
    over.receive((line + "\r\n").getBytes(StandardCharsets.UTF_8), calls::executed);
  }

  /** Told apart by being two. */
  private static final class Thread implements LaneThread {

    @Override
    public void run(Runnable task) {
      task.run();
    }

    @Override
    public void interrupt() {
      // Nothing runs on it.
    }

    @Override
    public void clearInterrupt() {
      // Nobody interrupts it.
    }
  }
}
