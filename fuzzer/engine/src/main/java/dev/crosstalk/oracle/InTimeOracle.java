package dev.crosstalk.oracle;

import dev.crosstalk.history.CallDeadline;
import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.Hang;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Subscribing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * No call outlives its driver's own timeout by more than its allowance, whatever the server does:
 * {@link CallDeadline} says how long that is.
 */
final class InTimeOracle implements Oracle {
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Override
  public String invariant() {
    return "in-time";
  }

  @Override
  public Family family() {
    return Family.STUCK;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    History history = index.history();
    long least = CallDeadline.leastNanos(history);
    var violations = new ArrayList<Violation>();
    for (CallHistory call : history.calls()) {
      if (!call.began()) {
        continue;
      }
      long until = call.open() ? history.endedNanos() : call.completions().get(0).atNanos();
      if (!call.open() && !call.waitsInBlock() && until - call.invokedNanos() <= least) {
        continue;
      }
      long due = CallDeadline.overdueNanos(index, call);
      if (until > due) {
        violations.add(violation(call, due, until));
      } else if (due < Long.MAX_VALUE || isOwed(index, call)) {
        hangOf(history, call).ifPresent(hang -> violations.add(violation(call, hang)));
      }
    }
    return violations;
  }

  private Violation violation(CallHistory call, long due, long until) {
    return forbidden(
        Optional.of(call.label()),
        Words.of(call) + " ends within " + millis(due - call.invokedNanos()),
        (call.open() ? "still open after " : "ended after ") + millis(until - call.invokedNanos()));
  }

  /**
   * Once all that was owed has been sent, even a call that no timeout bounds has nothing to wait
   * for; but one whose peer is gone without a word does not know that.
   */
  private static boolean isOwed(HistoryIndex index, CallHistory call) {
    return !call.waitsInBlock()
        && CallDeadline.isOpenEnded(index, call)
        && !CallDeadline.mayWaitForEver(index, call)
        && !isLeftListening(index, call);
  }

  /**
   * Whether it listens, as was confirmed, and its session was not told to leave all that it listens
   * to: its lane has walked away from it.
   */
  private static boolean isLeftListening(HistoryIndex index, CallHistory call) {
    return Subscribing.beginsBy(call.command())
        && index.labelled(call).stream()
            .anyMatch(it -> it.reply() instanceof Reply.Answer && it.sentNanos() >= 0)
        && Subscriptions.areLeft(index.history(), call.session());
  }

  private static Optional<Hang> hangOf(History history, CallHistory call) {
    return history.hangs().stream().filter(hang -> hang.call().equals(call.label())).findFirst();
  }

  /** No need to wait until it is overdue. */
  private Violation violation(CallHistory call, Hang hang) {
    return forbidden(
        Optional.of(call.label()),
        Words.of(call) + " ends",
        "hangs: nothing can wake it any more"
            + (hang.stack().isEmpty() ? "" : "; its thread waits at " + Words.where(hang.stack())));
  }

  private static String millis(long nanos) {
    return nanos / NANOS_PER_MILLI + " ms";
  }
}
