package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.HistoryIndex;
import java.util.Optional;

/**
 * What a driver returned is, whole, the reply to an execution of this very call, and that reply had
 * left the server by then. That the server queued the command is a reply, too, to a driver that
 * says so: what the command's EXEC made of it is another one. An answer of a type that the call
 * cannot have is left to {@link TypedOracle}, unless it can be traced to somebody else's reply;
 * errors are left to {@link ErrorsGoHomeOracle}, and one result of an EXEC for another to {@link
 * TransactionsOracle}.
 */
final class MatchedOracle implements CompletionOracle {

  @Override
  public String invariant() {
    return "matched";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public Optional<Violation> judge(HistoryIndex index, CallHistory call, Completion completion) {
    if (!Answers.isReply(completion.outcome())
        || !Answers.isJudged(index.history(), call)
        || Answers.isOwn(index, call, completion)) {
      return Optional.empty();
    }
    Optional<Execution> other = Answers.otherOwner(index, call, completion);
    if (other.isEmpty() && TypedOracle.isOfWrongType(index, call, completion)) {
      return Optional.empty();
    }
    if (TransactionsOracle.isOfAnotherPart(index, call, completion)) {
      return Optional.empty();
    }
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " gets " + Answers.expected(index, call, completion),
            Answers.observed(index, call, completion)));
  }
}
