package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls of a transaction. To one that is given up Lettuce says null or an empty collection, as
 * it does where a key is missing: so these are kept until it is known what became of the
 * transaction. All of its state is under one lock.
 */
final class OpenBlock {

  private record Kept(Completion completion, Outcome outcome) {}

  private final List<Command> commands = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
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
    var end = new Kept(completion, outcome);
    if (!isKept(end)) {
      report(end);
    }
  }

  private synchronized boolean isKept(Kept end) {
    return !over && isEmpty(end.outcome()) && kept.add(end);
  }

  /** The transaction has ended. */
  void over(boolean wasGivenUp) {
    List<Kept> all;
    synchronized (this) {
      over = true;
      givenUp = wasGivenUp;
      all = List.copyOf(kept);
      kept.clear();
    }
    all.forEach(this::report);
  }

  private void report(Kept end) {
    end.completion()
        .complete(
            isGivenUp() && isEmpty(end.outcome())
                ? new Outcome.Cancelled("its transaction was given up")
                : end.outcome());
  }

  private synchronized boolean isGivenUp() {
    return givenUp;
  }

  private static boolean isEmpty(Outcome outcome) {
    return outcome instanceof Outcome.Ok(Value value)
        && switch (value) {
          case Value.Nil _ -> true;
          case Value.Items(List<Value> items) -> items.isEmpty();
          case Value.Members(List<Value> members) -> members.isEmpty();
          case Value.Pairs(List<Value.Pair> pairs) -> pairs.isEmpty();
          default -> false;
        };
  }
}
