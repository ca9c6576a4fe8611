package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.History;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server is never wrong, so a driver that cannot make sense of what it reads, or that sends
 * what is no request or nobody's request, has lost its place in the stream.
 */
final class GarbledOracle implements Oracle {

  @Override
  public String invariant() {
    return "garbled";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public List<Violation> judge(History history) {
    var violations = new ArrayList<Violation>();
    for (CallHistory call : history.calls()) {
      for (Completion completion : call.completions()) {
        if (completion.outcome() instanceof Outcome.Garbled) {
          violations.add(
              violation(
                  Optional.of(call.label()),
                  Words.of(call) + " ends in an answer, a timeout or a lost connection",
                  Words.of(completion.outcome())));
        }
      }
    }
    for (String stray : history.strays()) {
      violations.add(
          violation(
              Optional.empty(),
              "every request is a call or one of the driver's own commands",
              "on the wire, " + stray));
    }
    return violations;
  }

  private Violation violation(Optional<String> call, String expected, String observed) {
    return new Violation(invariant(), family(), Grade.FORBIDDEN, call, expected, observed);
  }
}
