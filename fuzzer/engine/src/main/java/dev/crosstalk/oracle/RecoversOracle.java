package dev.crosstalk.oracle;

import dev.crosstalk.history.CallDeadline;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * After healing, each lane's probes succeed, but for one failure for each connection open at
 * healing and two more. Only a matched answer is a success.
 */
final class RecoversOracle implements Oracle {
  @Override
  public String invariant() {
    return "recovers";
  }

  @Override
  public Family family() {
    return Family.STUCK;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    if (isEverySlotHeldForEver(index)) {
      return List.of();
    }
    History history = index.history();
    Map<String, List<CallHistory>> failed = new TreeMap<>();
    for (CallHistory call : history.calls()) {
      if (call.probe()
          && !Block.endsBy(call.command())
          && !Subscribing.endsBy(call.command())
          && !succeeded(index, call)) {
        failed.computeIfAbsent(call.lane(), lane -> new ArrayList<>()).add(call);
      }
    }
    if (failed.isEmpty()) {
      return List.of();
    }
    long granted =
        History.PROBE_FAILURES_GRANTED
            + history.connections().stream().filter(ConnectionHistory::openAtHealing).count();
    var violations = new ArrayList<Violation>();
    failed.forEach(
        (lane, calls) -> {
          if (calls.size() > granted) {
            violations.add(violation(lane, calls, granted));
          }
        });
    return violations;
  }

  private static boolean succeeded(HistoryIndex index, CallHistory call) {
    if (call.completions().isEmpty()) {
      return false;
    }
    Completion first = call.completions().get(0);
    return first.outcome() instanceof Outcome.Ok && Answers.isOwn(index, call, first);
  }

  private Violation violation(String lane, List<CallHistory> failed, long granted) {
    CallHistory last = failed.getLast();
    String end =
        last.completions().isEmpty() ? "still open" : Words.of(last.completions().get(0).outcome());
    return forbidden(
        Optional.of(last.label()),
        "after healing, lane " + lane + " fails at most " + granted + " times",
        failed.size() + " failures, the last: " + Words.of(last) + " " + end);
  }

  /** A call that no timeout bounds keeps its connection from the pool while its peer is gone. */
  private static boolean isEverySlotHeldForEver(HistoryIndex index) {
    History history = index.history();
    return history.subject().variant().session() == SessionKind.POOLED
        && history.calls().stream()
                .filter(call -> call.open() && CallDeadline.mayWaitForEver(index, call))
                .count()
            >= history.terms().poolSize();
  }
}
