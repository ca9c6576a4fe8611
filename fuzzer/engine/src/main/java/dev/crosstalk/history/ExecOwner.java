package dev.crosstalk.history;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Subscribing;
import java.util.List;
import java.util.Optional;

/**
 * Whose an EXEC is. It has no words that would say so, and its label may be a guess; what stands
 * around it on its connection can tell.
 */
final class ExecOwner {
  private final History history;

  ExecOwner(History history) {
    this.history = history;
  }

  /** Whether an execution of EXEC, whatever its label says, may be of another session's call. */
  boolean isDoubtful(Execution exec) {
    Optional<CallHistory> labelled = labelled(exec);
    return labelled.isPresent()
        && !isOn(exec, labelled.get().session())
        && history.calls().stream()
            .filter(call -> call.session() != labelled.get().session())
            .anyMatch(call -> mayHaveCome(call, exec));
  }

  /** Whether an execution is surely that of an EXEC of another session than a call's. */
  boolean isOfAnotherSession(Execution execution, CallHistory call) {
    if (!isExec(execution.words()) || execution.isOf(call.label())) {
      return false;
    }
    Optional<CallHistory> labelled = labelled(execution);
    return labelled.isPresent()
        && labelled.get().session() != call.session()
        && isOn(execution, labelled.get().session());
  }

  private Optional<CallHistory> labelled(Execution execution) {
    return execution.label().flatMap(history::call);
  }

  private static boolean isExec(List<String> words) {
    return words.getFirst().equalsIgnoreCase(Block.EXEC);
  }

  private static boolean mayHaveCome(CallHistory call, Execution exec) {
    return isExec(call.command().words())
        && call.invokedNanos() >= 0
        && call.invokedNanos() <= exec.receivedNanos()
        && call.completions().stream()
            .noneMatch(it -> isReply(it.outcome()) && it.atNanos() < exec.receivedNanos());
  }

  private static boolean isReply(Outcome outcome) {
    return outcome instanceof Outcome.Ok || outcome instanceof Outcome.ServerError;
  }

  /**
   * Whether what stands next to it on its connection, before it if anything does, is a session's.
   */
  private boolean isOn(Execution exec, int session) {
    Optional<CallHistory> before = Optional.empty();
    for (Execution other : history.executions()) {
      if (other.connection() != exec.connection() || !saysWhose(other)) {
        continue;
      }
      if (other.serial() > exec.serial()) {
        return before.or(() -> labelled(other)).filter(it -> it.session() == session).isPresent();
      }
      before = labelled(other);
    }
    return before.filter(it -> it.session() == session).isPresent();
  }

  private boolean saysWhose(Execution execution) {
    return execution.namesItsCall()
        && labelled(execution).filter(it -> !Subscribing.isBy(it.command())).isPresent()
        && history.calls().stream().filter(execution::hasWordsOf).limit(2).count() < 2;
  }
}
