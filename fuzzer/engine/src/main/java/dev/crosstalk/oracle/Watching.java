package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a WATCH promises to the EXEC behind it, by the order of the calls of their session. */
final class Watching {
  private static final String WATCH = "WATCH";

  /** After these, whatever comes of them, a caller counts on no WATCH before them. */
  private static final Set<String> ENDS = Set.of("UNWATCH", Block.EXEC, Block.DISCARD);

  private Watching() {}

  /** An EXEC that did what it must not. */
  record Breach(CallHistory exec, String expected, String observed) {}

  /** What the server made of an EXEC, against what its session watched. */
  static Optional<Breach> judge(HistoryIndex index, CallHistory exec) {
    List<CallHistory> watches = watches(index, exec);
    for (Execution execution : index.labelled(exec)) {
      if (!(execution.reply() instanceof Reply.Answer(Value value))
          || index.isDoubtful(execution)) {
        continue;
      }
      if (value instanceof Value.Nil && !hasWatched(index, exec)) {
        return Optional.of(
            new Breach(
                exec,
                Words.of(exec) + " runs what was queued: its session watches no key",
                "given up for a changed key, over connection " + execution.connection()));
      }
      Optional<CallHistory> lost =
          value instanceof Value.Nil
              ? Optional.empty()
              : watches.stream().filter(watch -> isLost(index, watch, execution)).findFirst();
      if (lost.isPresent()) {
        return Optional.of(
            new Breach(
                exec,
                Words.of(exec) + " does not run: the connection of its WATCH is lost",
                "executed over connection "
                    + execution.connection()
                    + ", where nothing of "
                    + Words.of(lost.get())
                    + " is known"));
      }
    }
    return Optional.empty();
  }

  /** The session's calls of WATCH that were answered and that this EXEC is to heed. */
  private static List<CallHistory> watches(HistoryIndex index, CallHistory exec) {
    var watches = new ArrayList<CallHistory>();
    for (CallHistory call : index.history().calls()) {
      if (call.label().equals(exec.label())) {
        break;
      }
      if (call.session() != exec.session()) {
        continue;
      }
      if (ENDS.contains(call.command().name())) {
        watches.clear();
      } else if (call.command().name().equals(WATCH) && call.endedOk()) {
        watches.add(call);
      }
    }
    return watches;
  }

  private static boolean hasWatched(HistoryIndex index, CallHistory exec) {
    return index.history().calls().stream()
        .anyMatch(call -> call.session() == exec.session() && call.command().name().equals(WATCH));
  }

  private static boolean isLost(HistoryIndex index, CallHistory watch, Execution exec) {
    // Of several that watch the same, nobody knows whose is where.
    return !index.labelled(watch).isEmpty()
        && index.executionsOf(watch).stream().noneMatch(it -> it.connection() == exec.connection());
  }
}
