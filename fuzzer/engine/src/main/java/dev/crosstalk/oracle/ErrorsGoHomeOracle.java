package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Outcome;
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
        || isOfItsBlock(index, call, completion)) {
      return Optional.empty();
    }
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " gets " + Answers.expected(index, call, completion),
            Answers.observed(index, call, completion)));
  }

  private static boolean isOfItsBlock(HistoryIndex index, CallHistory call, Completion completion) {
    return call.block().isPresent()
        && index.history().calls().stream()
            .filter(other -> other.block().equals(call.block()))
            .filter(other -> Block.endsBy(call.command()) || Block.endsBy(other.command()))
            .anyMatch(other -> Answers.isOwn(index, other, completion));
  }
}
