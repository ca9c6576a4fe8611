package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of a transaction. To one that is given up Lettuce says null, as it does where a key is
 * missing: so nulls are kept until it is known what became of the transaction. All of its state is
 * under one lock.
 */
final class OpenBlock {
  private final List<Command> commands = new ArrayList<>();
  private final List<Completion> nulls = new ArrayList<>();
  private boolean over;
  private boolean givenUp;

  synchronized void add(Command command) {
    commands.add(command);
  }

  /** The commands in the order of their starts. */
  synchronized List<Command> commands() {
    return List.copyOf(commands);
  }

  /** What one of the calls ended with. */
  void ended(Completion completion, Outcome outcome) {
    if (keeps(completion, outcome)) {
      return;
    }
    completion.complete(isNull(outcome) ? ofNull() : outcome);
  }

  private synchronized boolean keeps(Completion completion, Outcome outcome) {
    boolean kept = !over && isNull(outcome);
    if (kept) {
      nulls.add(completion);
    }
    return kept;
  }

  /** The transaction has ended. */
  void over(boolean wasGivenUp) {
    List<Completion> kept;
    synchronized (this) {
      over = true;
      givenUp = wasGivenUp;
      kept = List.copyOf(nulls);
      nulls.clear();
    }
    kept.forEach(completion -> completion.complete(ofNull()));
  }

  private synchronized Outcome ofNull() {
    return givenUp
        ? new Outcome.Cancelled("its transaction was given up")
        : new Outcome.Ok(new Value.Nil());
  }

  private static boolean isNull(Outcome outcome) {
    return outcome instanceof Outcome.Ok(Value value) && value instanceof Value.Nil;
  }
}
