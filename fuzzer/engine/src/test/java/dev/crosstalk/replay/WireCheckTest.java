package dev.crosstalk.replay;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.Subject;
import dev.crosstalk.history.Terms;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Two replies are owed on connection 1, {@code +one} and {@code +two}, and one on connection 2. */
class WireCheckTest {
  private static final String ONE = "+one\r\n";
  private static final String TWO = "+two\r\n";
  private static final String PUSH = ">1\r\n+hear\r\n";

  private final List<WireEvent> first = new ArrayList<>();
  private final List<WireEvent> second = new ArrayList<>();
  private boolean inside;

  @Test
  void acceptsThatNothingLeft() {
    assertAccepted();
  }

  @Test
  void acceptsRepliesInOrderHoweverTheyAreCut() {
    sent(ONE + TWO);
    assertAccepted();
    first.clear();
    for (char one : (ONE + TWO).toCharArray()) {
      sent(String.valueOf(one));
      assertAccepted();
    }
  }

  @Test
  void acceptsThatTheRestNeverLeft() {
    sent(ONE);
    sent("+tw");
    first.add(new WireEvent.Ended(1, 1, WireEvent.By.SERVER_RESET, 3));
    assertAccepted();
  }

  @Test
  void acceptsAPushBetweenReplies() {
    pushed();
    sent(ONE + PUSH + TWO);
    assertAccepted();
  }

  @Test
  void acceptsAPushThatDidNotLeave() {
    pushed();
    sent(ONE + TWO);
    assertAccepted();
    first.clear();
    pushed();
    sent(ONE + TWO + ">1");
    assertAccepted();
  }

  @Test
  void leavesOutWhatStandsInTheReplyToExec() {
    inside = true;
    sent(ONE + TWO);
    assertAccepted();
  }

  @Test
  void refusesSwappedReplies() {
    sent(TWO + ONE);
    assertRefused();
  }

  @Test
  void refusesAMissingByte() {
    sent("+on\r\n" + TWO);
    assertRefused();
  }

  @Test
  void refusesAMissingReply() {
    sent(TWO);
    assertRefused();
  }

  @Test
  void refusesAByteTooMany() {
    sent(ONE + TWO + "+");
    assertRefused();
  }

  @Test
  void refusesAReplySentTwice() {
    sent(ONE + ONE);
    assertRefused();
  }

  @Test
  void refusesAPushInsideAReply() {
    pushed();
    sent("+on" + PUSH + "e\r\n" + TWO);
    assertRefused();
  }

  @Test
  void refusesAPushThatNobodyMade() {
    sent(ONE + PUSH + TWO);
    assertRefused();
  }

  @Test
  void refusesTheReplyToAnotherConnection() {
    second.add(new WireEvent.Sent(0, 0, ONE));
    assertRefused();
  }

  private void sent(String bytes) {
    first.add(new WireEvent.Sent(0, 0, bytes));
  }

  private void pushed() {
    first.add(new WireEvent.Pushed(0, 0, PUSH));
  }

  private void assertAccepted() {
    assertThatNoException().isThrownBy(() -> WireCheck.requireConsistent(history()));
  }

  private void assertRefused() {
    assertThatThrownBy(() -> WireCheck.requireConsistent(history()))
        .isInstanceOf(FuzzerDefect.class)
        .hasMessageContaining("out of order on connection");
  }

  private History history() {
    return new History(
        "real",
        new Subject("sample", "1", Kind.REFERENCE, Variant.named("plain").build()),
        new Terms(1, 1, 0, 1, 0, "default", Optional.empty()),
        List.of(),
        List.of(connection(1, first), connection(2, second)),
        executions(),
        List.of(),
        List.of(),
        List.of(),
        10);
  }

  private List<Execution> executions() {
    var all = new ArrayList<Execution>();
    all.add(execution(1, 1, ONE, 0));
    if (inside) {
      all.add(execution(4, 1, "", 1));
    }
    all.add(execution(2, 2, "+other\r\n", 0));
    all.add(execution(3, 1, TWO, 0));
    return all;
  }

  private static ConnectionHistory connection(int id, List<WireEvent> events) {
    return new ConnectionHistory(id, 0, 0, false, true, events);
  }

  private static Execution execution(int serial, int connection, String reply, int exec) {
    return new Execution(
        serial,
        Optional.empty(),
        List.of("PING"),
        connection,
        0,
        "default",
        Optional.empty(),
        Protocol.RESP2,
        new Execution.Reply.Answer(new Value.Text("unused")),
        reply,
        0,
        0,
        0,
        reply.length(),
        false,
        exec);
  }
}
