package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.Optional;

/**
 * What a driver returned is of the type that the command's reply has. Judged only where the reply
 * is known: by an execution of this call that had answered. A reply of somebody else's is {@link
 * MatchedOracle}'s to tell, whatever its type.
 */
final class TypedOracle implements CompletionOracle {

  @Override
  public String invariant() {
    return "typed";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public Optional<Violation> judge(HistoryIndex index, CallHistory call, Completion completion) {
    if (!isOfWrongType(index, call, completion)
        || Answers.otherOwner(index, call, completion).isPresent()) {
      return Optional.empty();
    }
    Reply expected =
        Answers.possible(index, call, completion).stream()
            .map(Execution::reply)
            .filter(Reply.Answer.class::isInstance)
            .findFirst()
            .orElseThrow();
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " gets " + Words.of(expected),
            Words.of(completion.outcome())));
  }

  /** Whether an answer is of a type that no reply to this call had. */
  static boolean isOfWrongType(HistoryIndex index, CallHistory call, Completion completion) {
    if (!(completion.outcome() instanceof Outcome.Ok(Value got))
        || !Answers.isJudged(index.history(), call)) {
      return false;
    }
    if (Answers.isOwn(index, call, completion)) {
      return false;
    }
    boolean answered = false;
    for (Execution execution : index.executionsOf(call)) {
      if (execution.reply() instanceof Reply.Answer(Value sent)
          && !execution.queued()
          && Answers.hadLeft(execution, completion)) {
        if (sent.getClass() == got.getClass()) {
          return false;
        }
        answered = true;
      }
    }
    return answered;
  }
}
