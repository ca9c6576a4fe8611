package dev.crosstalk.history;

import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.TimeoutScope;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * From which moment on a call is overdue: its driver's own timeout has passed by the allowance. The
 * call is granted one timeout period, one more where it may wait for a pool slot, and for a
 * connection that was opened for it one for connecting and one for each handshake round trip. Where
 * the timeout bounds each read, the period starts anew with every byte that was let out to it, and
 * each connection opened meanwhile counts, since it may have tried several.
 *
 * <p>A call that waits in a block is due when the call that ends the block has ended, or is itself
 * overdue; where the timeout bounds each call, and the block's end brought no answer, its own may
 * end it as well. Until the end has begun, it may wait for ever: a driver that keeps the block back
 * has sent nothing that could be lost. Of a call outside blocks that no timeout bounds, see {@link
 * OpenEndedDeadline}.
 */
public final class CallDeadline {

  private CallDeadline() {}

  /**
   * The moment in nanoseconds of the world's clock; {@link Long#MAX_VALUE} when there is none. The
   * call must have begun.
   */
  public static long overdueNanos(History history, CallHistory call) {
    return overdueNanos(new HistoryIndex(history), call);
  }

  /** The same, with the history indexed once for all its calls. */
  public static long overdueNanos(HistoryIndex index, CallHistory call) {
    if (waitsInBlock(index.history(), call)) {
      return blockOverNanos(index, call);
    }
    if (!isOpenEnded(index, call)) {
      return answerDueNanos(index, call);
    }
    return mayWaitForEver(index, call)
        ? Long.MAX_VALUE
        : Math.max(answerDueNanos(index, call), OpenEndedDeadline.overdueNanos(index, call));
  }

  /**
   * Whether a call that no timeout bounds waits for a peer that is gone without a word, or has sent
   * illegal bytes.
   */
  public static boolean mayWaitForEver(HistoryIndex index, CallHistory call) {
    return isOpenEnded(index, call) && OpenEndedDeadline.mayWaitForEver(index, call);
  }

  /** The same, of one connection that the call was sent over. */
  public static boolean mayWaitForEver(
      HistoryIndex index, CallHistory call, ConnectionHistory connection) {
    return isOpenEnded(index, call) && OpenEndedDeadline.mayWaitForEver(index, call, connection);
  }

  /** Whether no timeout bounds a call. */
  public static boolean isOpenEnded(HistoryIndex index, CallHistory call) {
    return index.history().subject().variant().openEnded().contains(call.command().name())
        || OpenEndedDeadline.isByListener(index, call);
  }

  /** Where MULTI has failed, there is no block to wait in. */
  private static boolean waitsInBlock(History history, CallHistory call) {
    return call.waitsInBlock()
        && history
            .call(call.block().orElseThrow())
            .filter(first -> first.waitsInBlock() || first.endedOk())
            .isPresent();
  }

  private static long blockOverNanos(HistoryIndex index, CallHistory waiting) {
    Optional<CallHistory> end = index.history().endOfBlock(waiting).filter(CallHistory::began);
    if (end.isEmpty()) {
      return Long.MAX_VALUE;
    }
    long over =
        end.get().open()
            ? answerDueNanos(index, end.get())
            : end.get().completions().get(0).atNanos() + index.history().terms().allowanceNanos();
    boolean perCall = index.history().subject().variant().timeoutScope() == TimeoutScope.PER_CALL;
    return perCall && !end.get().endedOk() ? Math.max(over, answerDueNanos(index, waiting)) : over;
  }

  private static long answerDueNanos(HistoryIndex index, CallHistory call) {
    History history = index.history();
    var variant = history.subject().variant();
    boolean perRead = variant.timeoutScope() == TimeoutScope.PER_READ;
    long end = call.open() ? Long.MAX_VALUE : call.completions().get(0).atNanos();
    List<ConnectionHistory> opened = openedFor(history, call, end, perRead);
    long from = call.invokedNanos();
    if (perRead) {
      from = Math.max(from, lastSent(index, call, opened, end));
    }
    long periods = variant.session() == SessionKind.POOLED ? 1 : 0;
    for (ConnectionHistory connection : opened) {
      // The last word of a handshake may have gone to a peer that was gone.
      periods += 1 + index.ownCommandsOn(connection.id()) + (connection.lost() ? 1 : 0);
    }
    return from + periods * history.terms().timeoutNanos() + leastNanos(history);
  }

  /** What every call is granted, whatever happens: one timeout, the driver's pause, allowance. */
  public static long leastNanos(History history) {
    return history.terms().timeoutNanos()
        + history.subject().variant().ownDelayMax().toNanos()
        + history.terms().allowanceNanos();
  }

  /** What ends a block may read the replies to all of it. */
  private static boolean isOfBlockEndedBy(CallHistory end, CallHistory other) {
    return end.block().isPresent() && other.block().equals(end.block());
  }

  /** Connections made since the call began; where its timeout bounds the call, just the first. */
  private static List<ConnectionHistory> openedFor(
      History history, CallHistory call, long end, boolean perRead) {
    return history.connections().stream()
        .filter(connection -> connection.openedNanos() >= call.invokedNanos())
        .filter(connection -> connection.openedNanos() <= end)
        .limit(perRead ? Long.MAX_VALUE : 1)
        .toList();
  }

  /** On the connections that the call went over, or that were opened since it began. */
  private static long lastSent(
      HistoryIndex index, CallHistory call, List<ConnectionHistory> opened, long end) {
    Set<Integer> ids =
        index.history().calls().stream()
            .filter(other -> other.label().equals(call.label()) || isOfBlockEndedBy(call, other))
            .flatMap(other -> index.executionsOf(other).stream())
            .map(Execution::connection)
            .collect(Collectors.toCollection(HashSet::new));
    opened.forEach(connection -> ids.add(connection.id()));
    return index.history().connections().stream()
        .filter(connection -> ids.contains(connection.id()))
        .mapToLong(connection -> index.lastSentNanos(connection, end))
        .max()
        .orElse(0);
  }
}
