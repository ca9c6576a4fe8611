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
  private final Map<List<String>, List<Execution>> byWords = new HashMap<>();
  private final Map<String, List<Execution>> byLabel = new HashMap<>();
  private final Map<String, List<Execution>> ofCalls = new HashMap<>();
  private final Map<Integer, Integer> ownCommands = new HashMap<>();
  private final Map<Integer, long[]> sent = new HashMap<>();

  /** Indexes a history. */
  public HistoryIndex(History history) {
    this.history = history;
    for (Execution execution : history.executions()) {
      List<String> words = Execution.normal(execution.words());
      byWords.computeIfAbsent(words, unused -> new ArrayList<>(1)).add(execution);
      if (execution.label().isPresent()) {
        byLabel
            .computeIfAbsent(execution.label().get(), unused -> new ArrayList<>(1))
            .add(execution);
      } else {
        ownCommands.merge(execution.connection(), 1, Integer::sum);
      }
    }
  }

  public History history() {
    return history;
  }

  /**
   * The executions that can be of a call of this history, in the server's order: all that have its
   * words. A driver that re-sends has several; calls that carry no identity, like PING, share
   * theirs.
   */
  public List<Execution> executionsOf(CallHistory call) {
    List<Execution> known = ofCalls.get(call.label());
    if (known == null) {
      known = found(call);
      ofCalls.put(call.label(), known);
    }
    return known;
  }

  private List<Execution> found(CallHistory call) {
    List<Execution> same =
        byWords.getOrDefault(Execution.normal(call.command().words()), List.of());
    List<Execution> own = byLabel.getOrDefault(call.label(), List.of());
    return same.containsAll(own)
        ? same
        : history.executions().stream().filter(execution -> execution.canBeOf(call)).toList();
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
