package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The server is never wrong, so a driver that cannot make sense of what it reads, or that sends
 * what is no request or nobody's request, has lost its place in the stream. So has one that tells a
 * caller of user code that failed on another's data.
 */
final class GarbledOracle implements CompletionOracle {

  @Override
  public String invariant() {
    return "garbled";
  }

  @Override
  public Family family() {
    return Family.CROSSED;
  }

  @Override
  public Optional<Violation> judge(HistoryIndex index, CallHistory call, Completion completion) {
    boolean foreign =
        completion.outcome() instanceof Outcome.UserCodeFailed
            && !mayFail(call)
            && !isOfItsListener(index.history(), call, completion);
    if (!(completion.outcome() instanceof Outcome.Garbled) && !foreign) {
      return Optional.empty();
    }
    return Optional.of(
        forbidden(
            Optional.of(call.label()),
            Words.of(call) + " ends in an answer, a timeout or a lost connection",
            Words.of(completion.outcome())));
  }

  /** Whether the user's code can have failed on the call's own data, or on that of its block. */
  private static boolean mayFail(CallHistory call) {
    return call.block().isPresent() || UserCode.isIn(call.command());
  }

  /** Whether its session's listener failed, on the thread on which who subscribes listens. */
  private static boolean isOfItsListener(History history, CallHistory call, Completion completion) {
    boolean listens = Subscribing.isBy(call.command()) || call.command().name().equals("PING");
    return listens
        && history.subject().variant().listensOnThread()
        && history.deliveries().stream()
            .anyMatch(
                told ->
                    told.failed()
                        && told.session() == call.session()
                        && told.atNanos() <= completion.atNanos());
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    var violations = new ArrayList<>(CompletionOracle.super.judge(index));
    for (String stray : index.history().strays()) {
      violations.add(
          forbidden(
              Optional.empty(),
              "every request is a call or one of the driver's own commands",
              "on the wire, " + stray));
    }
    return violations;
  }
}
