package dev.crosstalk.campaign;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.History;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two worlds tell the same of a scenario: each of its calls ended in the same kinds of
 * outcome. Connections and probes are not compared, as nothing orders them across sockets.
 */
final class Agreement {

  private Agreement() {}

  /** The calls that ended differently, a line each; empty when the worlds agree. */
  static List<String> differences(History one, History other) {
    var differences = new ArrayList<String>();
    for (CallHistory call : one.calls()) {
      if (!call.probe()) {
        Optional<CallHistory> same = other.call(call.label());
        String here = kinds(call);
        String there = same.map(Agreement::kinds).orElse("not made");
        if (!here.equals(there)) {
          differences.add(
              "%s: %s (%s), %s (%s)"
                  .formatted(call.label(), here, one.world(), there, other.world()));
        }
      }
    }
    return differences;
  }

  private static String kinds(CallHistory call) {
    if (call.completions().isEmpty()) {
      return "open";
    }
    var kinds = new ArrayList<String>();
    for (Completion completion : call.completions()) {
      kinds.add(completion.outcome().getClass().getSimpleName());
    }
    return String.join("+", kinds);
  }
}
