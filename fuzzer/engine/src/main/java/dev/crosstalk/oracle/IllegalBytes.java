package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Capability;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is not judged where a server was made to send illegal bytes: replies on the connections that
 * carried them. What comes over others is, and so is that calls end and that the driver recovers.
 */
final class IllegalBytes {
  private final HistoryIndex index;
  private final Set<Integer> carriers;

  IllegalBytes(HistoryIndex index) {
    this.index = index;
    this.carriers =
        index.history().connections().stream()
            .filter(ConnectionHistory::corrupted)
            .map(ConnectionHistory::id)
            .collect(Collectors.toSet());
  }

  /** Whether nothing can be made of it. */
  boolean excuse(Violation violation) {
    return !carriers.isEmpty()
        && violation.family() != Family.STUCK
        && violation
            .call()
            .flatMap(label -> index.history().call(label))
            .filter(this::mayHaveGoneOverThem)
            .isPresent();
  }

  /** Whether a call may have been answered by them, so that its outcome says nothing. */
  boolean mayHaveAnswered(CallHistory call) {
    return !carriers.isEmpty() && mayHaveGoneOverThem(call);
  }

  /**
   * Of a call that was never executed nobody knows which connection it was given to, but an answer
   * from a cache came over that of any call in the same words.
   */
  private boolean mayHaveGoneOverThem(CallHistory call) {
    List<Execution> own = index.labelled(call);
    boolean caches = index.history().subject().variant().can(Capability.CACHES);
    boolean ofAny = caches && (!own.isEmpty() || isAnswered(call));
    List<Execution> executions = ofAny ? index.executionsOf(call) : own;
    return executions.isEmpty()
        || executions.stream().map(Execution::connection).anyMatch(carriers::contains);
  }

  private static boolean isAnswered(CallHistory call) {
    return call.completions().stream().map(Completion::outcome).anyMatch(Answers::isReply);
  }
}
