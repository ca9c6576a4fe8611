package dev.crosstalk.campaign;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.Optional;

/** Counts what a campaign saw of one target. Shared by the threads that run its cases. */
final class Tally {
  private final String target;
  private long startNanos = System.nanoTime();
  private long endNanos = -1;
  private long cases;
  private long discarded;
  private long timeouts;
  private long violating;
  private long illegal;
  private int findings;
  private int unconfirmed;
  private long lost;
  private long compared;
  private long differing;
  private Optional<WorldKind> world = Optional.empty();

  Tally(String target) {
    this.target = target;
  }

  synchronized void begun(WorldKind kind) {
    world = Optional.of(kind);
    startNanos = System.nanoTime();
  }

  synchronized void lost() {
    lost++;
  }

  synchronized void compared(boolean differs) {
    compared++;
    differing += differs ? 1 : 0;
  }

  synchronized void judged(CaseRunner.Judged judged) {
    discarded += judged.discarded() + (judged.conclusive() ? 0 : 1);
    if (judged.conclusive()) {
      cases++;
      timeouts += timeoutsIn(judged.history());
      illegal +=
          judged.history().connections().stream().anyMatch(ConnectionHistory::corrupted) ? 1 : 0;
      violating += judged.violations().isEmpty() ? 0 : 1;
    }
  }

  /** All cases are judged: from here on, time goes to shrinking and to other targets. */
  synchronized void finished() {
    endNanos = System.nanoTime();
  }

  synchronized void found() {
    findings++;
  }

  synchronized void unconfirmed() {
    unconfirmed++;
  }

  private static long timeoutsIn(History history) {
    return history.calls().stream()
        .map(CallHistory::completions)
        .filter(completions -> !completions.isEmpty())
        .map(completions -> completions.get(0))
        .map(Completion::outcome)
        .filter(Outcome.TimedOut.class::isInstance)
        .count();
  }

  synchronized Progress progress() {
    return new Progress(
        target,
        world,
        cases,
        discarded,
        timeouts,
        violating,
        findings,
        unconfirmed,
        lost,
        compared,
        differing,
        illegal,
        Duration.ofNanos((endNanos < 0 ? System.nanoTime() : endNanos) - startNanos));
  }
}
