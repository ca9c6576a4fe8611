package dev.crosstalk.history;

import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * When a call is overdue that waits for what comes on a connection, on which reads have no timeout
 * while somebody listens there. One that listens is due when its connection has ended, when it was
 * answered with an error, or when the last subscription was left and that confirmed; a PING beside
 * it when it was answered, or when the connection has ended.
 */
final class ListenerDeadline {

  private ListenerDeadline() {}

  /**
   * Whether a call listens on its lane's thread, or is a PING to the connection of one that does.
   */
  static boolean isOpenEnded(HistoryIndex index, CallHistory call) {
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

  /** Nothing where the request has not arrived: until then it is as any other. */
  static OptionalLong overdueNanos(HistoryIndex index, CallHistory call) {
    List<Execution> executions = index.labelled(call);
    if (executions.isEmpty()) {
      return OptionalLong.empty();
    }
    Execution last = executions.getLast();
    Optional<Long> over = endedNanos(index.history(), last.connection());
    if (over.isEmpty()) {
      over =
          Subscribing.beginsBy(call.command()) && last.reply() instanceof Reply.Answer
              ? leftNanos(index.history(), last)
              : sent(last);
    }
    long from = over.orElse(Long.MAX_VALUE);
    return OptionalLong.of(
        from == Long.MAX_VALUE ? from : from + CallDeadline.leastNanos(index.history()));
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
        .filter(ListenerDeadline::changesSubscriptions)
        .reduce((first, second) -> second)
        .filter(ListenerDeadline::leavesNothing)
        .flatMap(ListenerDeadline::sent);
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
