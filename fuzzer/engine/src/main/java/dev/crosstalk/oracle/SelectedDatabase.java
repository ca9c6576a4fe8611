package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * On which database the calls of one session are to run, by its own program order. A call that
 * began after a SELECT had ended ok runs on what that selected; one that began before may run
 * there. After a SELECT of unknown outcome either database is fine until one is seen, which then
 * must not change by itself: that it does is arguable.
 */
final class SelectedDatabase {

  private record Pending(int database, long endedNanos, Optional<String> block) {
    /** In a block, calls end together, and what they ran on hangs on their order there. */
    boolean isOverFor(CallHistory call) {
      boolean together = block.isPresent() && block.equals(call.block());
      return endedNanos <= call.invokedNanos() && !together;
    }
  }

  private final List<Pending> pending = new ArrayList<>();
  private Set<Integer> possible;

  /** What was possible besides, before one was seen. */
  private Set<Integer> passedOver = Set.of();

  SelectedDatabase(int configured) {
    possible = Set.of(configured);
  }

  /**
   * The session's next call, in the order of the program.
   *
   * @param unknown whether nothing can be made of how it ended
   */
  void begins(CallHistory call, boolean unknown) {
    while (!pending.isEmpty() && pending.getFirst().isOverFor(call)) {
      possible = Set.of(pending.removeFirst().database());
      passedOver = Set.of();
    }
    if (call.command().name().equals("SELECT") && call.began()) {
      selects(call, Integer.parseInt(call.command().arguments().getFirst()), unknown);
    }
  }

  private void selects(CallHistory call, int database, boolean unknown) {
    Optional<Completion> end = call.completions().stream().findFirst();
    if (call.endedOk() && !unknown) {
      pending.add(new Pending(database, end.orElseThrow().atNanos(), call.block()));
    } else if (unknown || end.filter(it -> it.outcome() instanceof Outcome.ServerError).isEmpty()) {
      // Whatever comes of those before, this one may come after them.
      possible = with(allowed(), database);
      pending.clear();
    }
  }

  /** A call was executed on a database; how bad that is, or nothing. */
  Optional<Grade> observe(CallHistory call, int database) {
    if (!allows(database)) {
      return Optional.of(passedOver.contains(database) ? Grade.ARGUABLE : Grade.FORBIDDEN);
    }
    if (pending.isEmpty() && possible.size() > 1 && call.endedOk()) {
      passedOver = possible;
      possible = Set.of(database);
    }
    return Optional.empty();
  }

  private boolean allows(int database) {
    for (Pending select : pending) {
      if (select.database() == database) {
        return true;
      }
    }
    return possible.contains(database);
  }

  private Set<Integer> allowed() {
    Set<Integer> allowed = new TreeSet<>(possible);
    pending.forEach(select -> allowed.add(select.database()));
    return allowed;
  }

  private static Set<Integer> with(Set<Integer> some, int one) {
    Set<Integer> more = new TreeSet<>(some);
    more.add(one);
    return more;
  }

  @Override
  public String toString() {
    return allowed().stream()
        .map(String::valueOf)
        .collect(Collectors.joining(" or ", "on database ", ""));
  }
}
