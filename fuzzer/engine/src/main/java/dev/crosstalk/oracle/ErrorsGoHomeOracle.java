package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Subscribing;
import java.util.List;
import java.util.Optional;

/**
 * An error of the server is told to the call that was answered with it, and to no other. A block is
 * one in this: what its end failed with may be told to all of it, and what a part of it failed with
 * to its end.
 */
final class ErrorsGoHomeOracle implements CompletionOracle {

  @Override
  public String invariant() {
    return "errors-go-home";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public Optional<Violation> judge(HistoryIndex index, CallHistory call, Completion completion) {
    if (!(completion.outcome() instanceof Outcome.ServerError)
        || Answers.isOwn(index, call, completion)
        || isOfItsBlock(index, call, completion)
        || isOfItsSession(index, call, completion)) {
      return Optional.empty();
    }
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " gets " + Answers.expected(index, call, completion),
            Answers.observed(index, call, completion)));
  }

  /** Who listens to a connection hears what goes wrong there, whoever has asked. */
  private static boolean isOfItsSession(
      HistoryIndex index, CallHistory call, Completion completion) {
    return index.history().subject().variant().listensOnThread()
        && Subscribing.beginsBy(call.command())
        && index.history().calls().stream()
            .filter(other -> other.session() == call.session())
            .anyMatch(other -> Answers.isOwn(index, other, completion));
  }

  private static boolean isOfItsBlock(HistoryIndex index, CallHistory call, Completion completion) {
    if (call.block().isEmpty()) {
      return false;
    }
    List<CallHistory> parts =
        index.history().calls().stream()
            .filter(other -> other.block().equals(call.block()))
            .toList();
    return parts.stream().anyMatch(part -> Answers.isOwn(index, part, completion))
        && (Block.endsBy(call.command())
            || parts.stream().anyMatch(part -> isEndOf(index, part, completion)));
  }

  /** What ends a block, and failed so: as it was answered, or with what a part of it was. */
  private static boolean isEndOf(HistoryIndex index, CallHistory part, Completion completion) {
    return Block.endsBy(part.command())
        && (Answers.isOwn(index, part, completion)
            || part.completions().stream()
                .anyMatch(end -> end.outcome().equals(completion.outcome())));
  }
}
