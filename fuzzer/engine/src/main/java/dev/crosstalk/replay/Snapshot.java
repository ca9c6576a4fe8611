package dev.crosstalk.replay;

import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.Terms;
import dev.crosstalk.server.Executed;
import java.util.List;

/** A case as it stands, as immutable data. */
final class Snapshot {
  private static final int LATENESS_FACTOR = 4;

  private Snapshot() {}

  static History of(Case run, List<StepHistory> steps) {
    long lateness = run.stage().latenessNanos();
    var terms =
        new Terms(
            run.timeoutNanos(),
            run.stage().allowanceNanos() + LATENESS_FACTOR * lateness,
            lateness);
    return run.stage()
        .exclusively(
            () ->
                new History(
                    run.world().name(),
                    run.subject(),
                    terms,
                    run.calls().all().stream().map(CallState::history).toList(),
                    run.peers().stream().map(CasePeer::history).toList(),
                    run.calls().executions().stream().map(Snapshot::execution).toList(),
                    steps,
                    run.server().strays(),
                    run.disturbances(),
                    run.stage().nanos()));
  }

  private static Execution execution(Executed executed) {
    return new Execution(
        executed.serial(),
        executed.label(),
        executed.words(),
        executed.connection(),
        executed.origin().database(),
        executed.origin().user(),
        executed.protocol(),
        ReplyValues.of(executed.reply(), executed.shape()),
        CasePeer.latin1(executed.replyBytes()),
        executed.receivedStep(),
        executed.receivedNanos(),
        executed.sentNanos(),
        executed.taken());
  }
}
