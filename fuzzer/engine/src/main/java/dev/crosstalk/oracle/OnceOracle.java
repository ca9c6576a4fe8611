package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.HistoryIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * No call completes twice, what its own caller completed it with not counted. That it completes at
 * all is {@link InTimeOracle}'s business.
 */
final class OnceOracle implements Oracle {

  @Override
  public String invariant() {
    return "once";
  }

  @Override
  public Family family() {
    return Family.EXTRA;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    var violations = new ArrayList<Violation>();
    for (CallHistory call : index.history().calls()) {
      if (call.completions().size() > (call.completedByCaller() ? 2 : 1)) {
        violations.add(
            forbidden(
                Optional.of(call.label()),
                Words.of(call) + " completes once",
                call.completions().stream()
                    .map(completion -> Words.of(completion.outcome()))
                    .collect(Collectors.joining(", and then "))));
      }
    }
    return violations;
  }
}
