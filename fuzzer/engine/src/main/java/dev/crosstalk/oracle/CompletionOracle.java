package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.HistoryIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An oracle that looks at each report of a driver by itself. */
interface CompletionOracle extends Oracle {

  /** What one completion of a call breaks. */
  Optional<Violation> judge(HistoryIndex index, CallHistory call, Completion completion);

  @Override
  default List<Violation> judge(HistoryIndex index) {
    var violations = new ArrayList<Violation>();
    for (CallHistory call : index.history().calls()) {
      for (Completion completion : call.completions()) {
        judge(index, call, completion).ifPresent(violations::add);
      }
    }
    return violations;
  }
}
