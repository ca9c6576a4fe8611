package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.History;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What of the healing matters: the scenario's own calls and what the wire carried for them, and the
 * telling call with what the wire carried meanwhile. All other probes are left out.
 */
final class Healed {
  private final History history;
  private final Optional<CallHistory> telling;
  private final Set<Integer> connections = new HashSet<>();

  Healed(History history, Optional<String> telling) {
    this.history = history;
    this.telling = telling.flatMap(history::call);
    this.telling.ifPresent(
        call ->
            history.executions().stream()
                .filter(execution -> execution.isOf(call.label()))
                .forEach(execution -> connections.add(execution.connection())));
  }

  boolean shows(CallCell cell) {
    return !cell.probe() || isTelling(cell.label());
  }

  boolean shows(WireCell cell) {
    if (cell.label().isPresent() && matters(cell.label().get())) {
      return true;
    }
    return telling.isPresent()
        && connections.contains(cell.connection())
        && cell.atNanos() >= telling.get().invokedNanos()
        && cell.atNanos() <= end(telling.get());
  }

  private boolean matters(String label) {
    return isTelling(label) || history.call(label).filter(call -> !call.probe()).isPresent();
  }

  private boolean isTelling(String label) {
    return telling.isPresent() && telling.get().label().equals(label);
  }

  private long end(CallHistory call) {
    return call.completions().isEmpty()
        ? history.endedNanos()
        : call.completions().getLast().atNanos();
  }
}
