package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.history.Terms;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Cause;
import dev.crosstalk.spi.CommandClass;
import dev.crosstalk.spi.DeliveryRule;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A call that writes is executed with effect no more often than its driver's documentation says.
 * That it was, although its caller was told of a timeout or a loss, is fine.
 */
final class AtMostOnceOracle implements Oracle {
  /** The server sees a request a little later than it was sent. */
  private static final double NEARLY = 0.9;

  @Override
  public String invariant() {
    return "at-most-once";
  }

  @Override
  public Family family() {
    return Family.EXTRA;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    var violations = new ArrayList<Violation>();
    for (CallHistory call : index.history().calls()) {
      List<Execution> effects = effects(index, call);
      if (effects.size() > 1 && isNobodyElses(index.history(), call)) {
        violation(index.history(), call, effects).ifPresent(violations::add);
      }
    }
    return violations;
  }

  private static List<Execution> effects(HistoryIndex index, CallHistory call) {
    var effects = new ArrayList<Execution>(1);
    for (Execution execution : index.labelled(call)) {
      if (execution.effect()) {
        effects.add(execution);
      }
    }
    return effects;
  }

  /** Where two calls say the same, no execution can be told to be one's and not the other's. */
  private static boolean isNobodyElses(History history, CallHistory call) {
    List<String> words = Execution.normal(call.command().words());
    return history.calls().stream()
        .filter(other -> Execution.normal(other.command().words()).equals(words))
        .allMatch(call::equals);
  }

  /** The worst of what the executions after the first are worth. */
  private Optional<Violation> violation(
      History history, CallHistory call, List<Execution> effects) {
    Grade worst = Grade.FINE;
    String why = "";
    for (int i = 1; i < effects.size(); i++) {
      Optional<Cause> cause = causeOfTheNext(history, effects.get(i - 1), effects.get(i));
      Grade grade = cause.map(it -> gradeOf(history, it)).orElse(Grade.FORBIDDEN);
      if (grade.compareTo(worst) < 0) {
        worst = grade;
        why = cause.map(AtMostOnceOracle::said).orElse("although its answer had been given");
      }
    }
    return worst == Grade.FINE
        ? Optional.empty()
        : Optional.of(
            new Violation(
                invariant(),
                family(),
                worst,
                Optional.of(call.label()),
                Words.of(call) + " is executed once",
                "executed " + effects.size() + " times, " + why));
  }

  /** Why a driver sent a call again; nothing where its answer had left before. */
  private static Optional<Cause> causeOfTheNext(History history, Execution first, Execution next) {
    if (next.connection() < first.connection()
        && history.connections().get(next.connection() - 1).mayBeLeftUnseen()) {
      // Sent before the other, and read by the server after it.
      return causeOfTheNext(history, next, first);
    }
    for (ConnectionHistory connection : history.connections()) {
      if (connection.id() == first.connection() && isLost(history, connection, first, next)) {
        return Optional.of(Cause.CONNECTION_LOST);
      }
    }
    boolean answered = first.sentNanos() >= 0 && first.sentNanos() <= next.receivedNanos();
    return answered ? Optional.empty() : Optional.of(Cause.TIMED_OUT);
  }

  private static boolean isLost(
      History history, ConnectionHistory connection, Execution first, Execution next) {
    return connection.events().stream()
        .anyMatch(
            event ->
                isLoss(history, event, first, next)
                    || mayBeLoss(connection, event, next.receivedNanos()));
  }

  /** When the driver left a connection that was not read at the time, nobody knows. */
  private static boolean mayBeLoss(ConnectionHistory connection, WireEvent event, long atNanos) {
    return event instanceof WireEvent.Ended ended
        && ended.by() == WireEvent.By.DRIVER
        && connection.unreadAt(atNanos);
  }

  /**
   * A connection that the driver closes when the answer is late is not lost, unless user code
   * failed just then, which is reason enough to close it.
   */
  private static boolean isLoss(History history, WireEvent event, Execution first, Execution next) {
    Terms terms = history.terms();
    if (event instanceof WireEvent.HalfClosed half) {
      return half.atNanos() <= next.receivedNanos() + terms.allowanceNanos();
    }
    if (!(event instanceof WireEvent.Ended ended)
        || ended.atNanos() > next.receivedNanos() + terms.allowanceNanos()) {
      return false;
    }
    long waited = ended.atNanos() - first.receivedNanos();
    return ended.by() != WireEvent.By.DRIVER
        || waited < terms.timeoutNanos() * NEARLY
        || userCodeFailedAt(history, ended.atNanos());
  }

  private static boolean userCodeFailedAt(History history, long atNanos) {
    return history.calls().stream()
        .flatMap(call -> call.completions().stream())
        .filter(completion -> completion.outcome() instanceof Outcome.UserCodeFailed)
        .anyMatch(
            completion ->
                Math.abs(completion.atNanos() - atNanos) <= history.terms().allowanceNanos());
  }

  private static Grade gradeOf(History history, Cause cause) {
    Variant variant = history.subject().variant();
    return variant.delivery().stream()
        .filter(rule -> rule.commands() == CommandClass.WRITES)
        .filter(rule -> rule.session() == variant.session() && rule.cause() == cause)
        .map(DeliveryRule::grade)
        .findFirst()
        .orElse(Grade.FORBIDDEN);
  }

  private static String said(Cause cause) {
    return switch (cause) {
      case UNSENT -> "although it had never been sent";
      case TIMED_OUT -> "while its answer was owed";
      case CONNECTION_LOST -> "after its connection was lost";
    };
  }
}
