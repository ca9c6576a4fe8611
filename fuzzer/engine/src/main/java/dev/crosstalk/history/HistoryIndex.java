package dev.crosstalk.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A history with what its readers look up again and again, so that reading it costs in proportion
 * to its length. Made for one reading on one thread.
 */
public final class HistoryIndex {
  private final History history;
  private final ExecOwner owner;
  private final Map<String, List<Execution>> byLabel = new HashMap<>();
  private final Map<Integer, Integer> ownCommands = new HashMap<>();

  /** Filled when first asked for: where all is well, nobody asks. */
  private final Map<List<String>, List<Execution>> byWords = new HashMap<>();

  private final Map<Integer, long[]> sent = new HashMap<>();

  /** Indexes a history. */
  public HistoryIndex(History history) {
    this.history = history;
    this.owner = new ExecOwner(history);
    for (Execution execution : history.executions()) {
      if (execution.label().isPresent()) {
        add(byLabel, execution.label().get(), execution);
      } else {
        ownCommands.merge(execution.connection(), 1, Integer::sum);
      }
    }
  }

  private static <K> void add(Map<K, List<Execution>> lists, K key, Execution execution) {
    List<Execution> list = lists.get(key);
    if (list == null) {
      list = new ArrayList<>(1);
      lists.put(key, list);
    }
    list.add(execution);
  }

  public History history() {
    return history;
  }

  /** The executions that are of a call by their label, in the server's order. */
  public List<Execution> labelled(CallHistory call) {
    return byLabel.getOrDefault(call.label(), List.of());
  }

  /**
   * The executions that can be of a call, in the server's order: those of its label and all that
   * have its words. A driver that re-sends has several; calls that carry no identity, like PING,
   * share theirs.
   */
  public List<Execution> executionsOf(CallHistory call) {
    if (byWords.isEmpty()) {
      for (Execution execution : history.executions()) {
        add(byWords, Execution.normal(execution.words()), execution);
      }
    }
    List<Execution> same =
        byWords.getOrDefault(Execution.normal(call.command().words()), List.of());
    List<Execution> from = same.containsAll(labelled(call)) ? same : history.executions();
    return from.stream().filter(execution -> canBeOf(execution, call)).toList();
  }

  /** Whether an execution is of a call or has its words, and is not known to be another's. */
  public boolean canBeOf(Execution execution, CallHistory call) {
    return execution.canBeOf(call) && !owner.isOfAnotherSession(execution, call);
  }

  /** Whether an execution of EXEC, whatever its label says, may be of another session's call. */
  public boolean isDoubtful(Execution exec) {
    return owner.isDoubtful(exec);
  }

  /** How many commands of its own the driver sent over a connection: its handshake, mostly. */
  int ownCommandsOn(int connection) {
    return ownCommands.getOrDefault(connection, 0);
  }

  /** When bytes last left on a connection up to a moment, that included; 0 when none had. */
  long lastSentNanos(ConnectionHistory connection, long untilNanos) {
    long[] moments = sent.computeIfAbsent(connection.id(), unused -> sentOn(connection));
    int found = Arrays.binarySearch(moments, untilNanos);
    int before = found >= 0 ? found : -found - 2;
    return before >= 0 ? moments[before] : 0;
  }

  private static long[] sentOn(ConnectionHistory connection) {
    return connection.events().stream()
        .filter(WireEvent.Sent.class::isInstance)
        .mapToLong(WireEvent::atNanos)
        .sorted()
        .toArray();
  }
}
