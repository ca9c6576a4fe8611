package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a driver returned is, whole, the reply to an execution of this very call, and that reply had
 * left the server by then. Errors of the server are replies, too, and so is that it queued the
 * command, to a driver that says so: what the command's EXEC made of it is another one. An answer
 * of a type that the call cannot have is left to {@link TypedOracle}, unless it can be traced to
 * somebody else's reply.
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
    if (!isReply(completion.outcome())
        || !Answers.isJudged(index.history(), call)
        || Answers.isOwn(index, call, completion)) {
      return Optional.empty();
    }
    Optional<Execution> other = Answers.otherOwner(index, call, completion);
    if (other.isEmpty() && TypedOracle.isOfWrongType(index, call, completion)) {
      return Optional.empty();
    }
    String observed =
        Words.of(completion.outcome())
            + other.map(owner -> ", which is the reply to " + Words.of(owner)).orElse("");
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " gets " + expected(index, call, completion),
            observed));
  }

  private static boolean isReply(Outcome outcome) {
    return outcome instanceof Outcome.Ok
        || outcome instanceof Outcome.Queued
        || outcome instanceof Outcome.ServerError;
  }

  private static String expected(HistoryIndex index, CallHistory call, Completion completion) {
    List<Execution> possible = Answers.possible(index, call, completion);
    if (possible.isEmpty()) {
      return "no reply: none to it had left the server";
    }
    return possible.stream()
        .map(execution -> Words.of(execution.reply()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }
}
