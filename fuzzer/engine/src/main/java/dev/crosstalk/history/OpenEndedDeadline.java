package dev.crosstalk.history;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;

/**
 * When a call is overdue that no timeout bounds once its request has been read: one that its driver
 * declares open-ended, and one that waits for what comes on a connection on which somebody listens.
 * It is due when it was answered, or when its connection has ended; one that listens, when it was
 * answered with an error, or when the last subscription was left and that confirmed.
 */
final class OpenEndedDeadline {

  private OpenEndedDeadline() {}

  /**
   * Whether a call listens on its lane's thread, or is a PING to the connection of one that does.
   */
  static boolean isByListener(HistoryIndex index, CallHistory call) {
    History history = index.history();
    if (!history.subject().variant().listensOnThread()) {
      return false;
    }
    return Subscribing.isBy(call.command())
        || (call.command().name().equals("PING")
            && history.calls().stream()
                .anyMatch(
                    other ->
                        Subscribing.beginsBy(other.command())
                            && other.session() == call.session()));
  }

  /**
   * In nanoseconds of the world's clock; zero where the request was not read, since until then it
   * is as any other, and {@link Long#MAX_VALUE} where the call may go on waiting.
   */
  static long overdueNanos(HistoryIndex index, CallHistory call) {
    List<Execution> executions = index.labelled(call);
    if (executions.isEmpty()) {
      return 0;
    }
    Execution last = executions.getLast();
    Optional<Long> over = endedNanos(index.history(), last.connection());
    if (over.isEmpty()) {
      over =
          Subscribing.beginsBy(call.command()) && last.reply() instanceof Reply.Answer
              ? leftNanos(index.history(), last)
              : sent(last);
    }
    return over.map(from -> from + CallDeadline.leastNanos(index.history())).orElse(Long.MAX_VALUE);
  }

  /**
   * Whether the peer that it was sent to last is gone without a word, or has sent illegal bytes,
   * behind which an answer may never be whole.
   */
  static boolean mayWaitForEver(HistoryIndex index, CallHistory call) {
    return index.history().connections().stream()
        .anyMatch(connection -> mayWaitForEver(index, call, connection));
  }

  /** The same, of one connection that it was sent over. */
  static boolean mayWaitForEver(
      HistoryIndex index, CallHistory call, ConnectionHistory connection) {
    if (connection.ended()) {
      return false;
    }
    List<Execution> executions = index.labelled(call);
    List<String> words = Execution.normal(call.command().words());
    long readNanos = executions.isEmpty() ? 0 : executions.getLast().receivedNanos();
    return connection.discardedNanos(words).orElse(-1) >= readNanos
        || (!executions.isEmpty()
            && executions.getLast().connection() == connection.id()
            && isGone(index, call, connection));
  }

  private static boolean isGone(
      HistoryIndex index, CallHistory call, ConnectionHistory connection) {
    return connection.corrupted()
        || (connection.lost() && overdueNanos(index, call) == Long.MAX_VALUE);
  }

  private static Optional<Long> sent(Execution execution) {
    return Optional.of(execution.sentNanos()).filter(at -> at >= 0);
  }

  private static Optional<Long> endedNanos(History history, int connection) {
    return history.connections().get(connection - 1).events().stream()
        .filter(WireEvent.Ended.class::isInstance)
        .map(WireEvent::atNanos)
        .findFirst();
  }

  /** When it was confirmed that nothing is subscribed to, and nothing was again since. */
  private static Optional<Long> leftNanos(History history, Execution subscribed) {
    return history.executions().stream()
        .filter(execution -> execution.connection() == subscribed.connection())
        .filter(execution -> execution.serial() >= subscribed.serial())
        .filter(OpenEndedDeadline::changesSubscriptions)
        .reduce((first, second) -> second)
        .filter(OpenEndedDeadline::leavesNothing)
        .flatMap(OpenEndedDeadline::sent);
  }

  private static boolean changesSubscriptions(Execution execution) {
    String name = Execution.normal(execution.words()).getFirst();
    return execution.reply() instanceof Reply.Answer
        && name.matches("[A-Z]+")
        && Subscribing.isBy(Command.of(name));
  }

  /** A confirmation ends with how many are left. */
  private static boolean leavesNothing(Execution execution) {
    return execution.reply() instanceof Reply.Answer(Value.Items(List<Value> confirmations))
        && confirmations.getLast() instanceof Value.Items(List<Value> last)
        && last.getLast().equals(new Value.Number(0));
  }
}
