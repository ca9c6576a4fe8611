package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.history.Terms;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Sharing;
import dev.crosstalk.spi.Subscribing;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call is executed on its session's database, as the configured user, under the name that the
 * driver was told, and not inside a transaction that is not its own: also after a reconnect, and on
 * a connection that somebody else has used before. {@link SelectedDatabase} says which database
 * that is.
 *
 * <p>A session that is not thread-safe promises nothing to a call during which another thread
 * closes its client: what is sent then without the configured state is arguable.
 */
final class ConnectionStateOracle implements Oracle {

  @Override
  public String invariant() {
    return "connection-state";
  }

  @Override
  public Family family() {
    return Family.STATE;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    var violations = new ArrayList<Violation>();
    Terms terms = index.history().terms();
    var illegal = new IllegalBytes(index);
    Map<Integer, SelectedDatabase> sessions = new TreeMap<>();
    for (CallHistory call : index.history().calls()) {
      SelectedDatabase selected =
          sessions.computeIfAbsent(
              call.session(), unused -> new SelectedDatabase(terms.database()));
      selected.begins(call, illegal.mayHaveAnswered(call));
      for (Execution execution : index.labelled(call)) {
        if (execution.namesItsCall()) {
          judge(index.history(), call, execution, selected).ifPresent(violations::add);
        }
      }
    }
    return violations;
  }

  private Optional<Violation> judge(
      History history, CallHistory call, Execution execution, SelectedDatabase selected) {
    String user = history.terms().user();
    Grade worst =
        call.closedUnder() && history.subject().variant().sharing() == Sharing.LANE
            ? Grade.ARGUABLE
            : Grade.FORBIDDEN;
    if (!execution.user().equals(user)) {
      return Optional.of(violation(call, execution, worst, "as " + user, "as " + execution.user()));
    }
    Optional<String> name = history.terms().clientName();
    if (name.isPresent() && !execution.clientName().equals(name)) {
      return Optional.of(
          violation(call, execution, worst, named(name), named(execution.clientName())));
    }
    if (execution.queued() && !isInTransaction(history, call)) {
      return Optional.of(violation(call, execution, worst, "at once", "queued inside a MULTI"));
    }
    // Channels belong to no database.
    if (execution.queued() || Subscribing.isBy(call.command())) {
      return Optional.empty();
    }
    // What is forbidden changes nothing about what was possible.
    return selected
        .observe(call, execution.database())
        .map(
            grade ->
                violation(
                    call,
                    execution,
                    grade == Grade.FORBIDDEN ? worst : grade,
                    selected.toString(),
                    on(execution.database())));
  }

  private static boolean isInTransaction(History history, CallHistory call) {
    return call.block().isPresent()
        && history.subject().variant().session() == SessionKind.TRANSACTION;
  }

  private static String named(Optional<String> name) {
    return name.map(it -> "under the name " + it).orElse("without a name");
  }

  private static String on(int database) {
    return "on database " + database;
  }

  private Violation violation(
      CallHistory call, Execution execution, Grade grade, String expected, String observed) {
    return new Violation(
        invariant(),
        family(),
        grade,
        Optional.of(call.label()),
        Words.of(call) + " is executed " + expected,
        "executed " + observed + ", over connection " + execution.connection());
  }
}
