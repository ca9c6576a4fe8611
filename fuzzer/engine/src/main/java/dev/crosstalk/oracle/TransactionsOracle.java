package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.SessionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What stands between a MULTI that was answered and its EXEC is executed by that EXEC or not at
 * all, and gets its own of the results. It is given up for a changed key only where its session
 * watches one, and does not run where a WATCH that was answered went with its connection. A result
 * of somebody outside is {@link MatchedOracle}'s to tell.
 */
final class TransactionsOracle implements Oracle {

  @Override
  public String invariant() {
    return "transactions";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    if (index.history().subject().variant().session() != SessionKind.TRANSACTION) {
      return List.of();
    }
    var violations = new ArrayList<Violation>();
    for (CallHistory call : index.history().calls()) {
      if (call.command().name().equals(Block.EXEC)) {
        Watching.judge(index, call).map(this::forbidden).ifPresent(violations::add);
      }
      if (!call.waitsInBlock()) {
        continue;
      }
      ranOutside(index, call).ifPresent(violations::add);
      for (Completion completion : call.completions()) {
        if (isOfAnotherPart(index, call, completion)) {
          violations.add(shifted(index, call, completion));
        }
      }
    }
    return violations;
  }

  /** Neither queued nor refused, and not run by an EXEC. */
  private Optional<Violation> ranOutside(HistoryIndex index, CallHistory call) {
    if (!hasBegun(index, call)) {
      return Optional.empty();
    }
    return index.labelled(call).stream()
        .filter(Execution::namesItsCall)
        .filter(execution -> !execution.queued() && !execution.insideExec())
        .filter(execution -> execution.reply() instanceof Execution.Reply.Answer)
        .filter(execution -> !followsRefusedMulti(index, execution))
        .findFirst()
        .map(
            outside ->
                forbidden(
                    Optional.of(call.label()),
                    Words.of(call) + " is executed by its EXEC or not at all",
                    "executed at once, over connection " + outside.connection()));
  }

  /** Which call's a MULTI is cannot be told by its words; where it went can. */
  private static boolean followsRefusedMulti(HistoryIndex index, Execution outside) {
    return index.history().executions().stream()
        .filter(other -> other.connection() == outside.connection())
        .filter(other -> other.serial() < outside.serial())
        .filter(other -> other.words().getFirst().equalsIgnoreCase(Block.MULTI))
        .anyMatch(multi -> multi.reply() instanceof Execution.Reply.Failure);
  }

  /**
   * Whether the server has begun the transaction, wherever its MULTI went, and the driver knows. It
   * is over for a lane that has another session by then, because its client was closed.
   */
  private static boolean hasBegun(HistoryIndex index, CallHistory call) {
    return index
        .history()
        .call(call.block().orElseThrow())
        .filter(first -> first.command().name().equals(Block.MULTI) && first.endedOk())
        // A caller whose session was closed knows that its transaction went with it.
        .filter(first -> first.session() == call.session())
        .filter(
            first ->
                !index.labelled(first).isEmpty()
                    && index.labelled(first).stream()
                        .allMatch(it -> it.reply() instanceof Execution.Reply.Answer))
        .isPresent();
  }

  private Violation forbidden(Watching.Breach breach) {
    return forbidden(Optional.of(breach.exec().label()), breach.expected(), breach.observed());
  }

  private Violation shifted(HistoryIndex index, CallHistory call, Completion completion) {
    return forbidden(
        Optional.of(call.label()),
        Words.of(call)
            + " gets its own result of EXEC, "
            + Answers.expected(index, call, completion),
        Answers.observed(index, call, completion));
  }

  /** Whether an answer is the result that the EXEC of this call has for another call. */
  static boolean isOfAnotherPart(HistoryIndex index, CallHistory call, Completion completion) {
    if (!call.waitsInBlock()
        || !Answers.isReply(completion.outcome())
        || Answers.isOwn(index, call, completion)) {
      return false;
    }
    return Answers.otherOwner(index, call, completion)
        .filter(Execution::insideExec)
        .filter(other -> index.labelled(call).stream().anyMatch(own -> own.exec() == other.exec()))
        .isPresent();
  }
}
