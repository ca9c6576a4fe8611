package dev.crosstalk.replay;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.Hang;
import dev.crosstalk.history.History;
import dev.crosstalk.history.MessageHistory;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.Terms;
import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.server.Accounts;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.Published;
import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A case as it stands, as immutable data. */
final class Snapshot {
  private static final int LATENESS_FACTOR = 4;

  private Snapshot() {}

  /** Of a case under way. */
  static History of(Case run, List<StepHistory> steps) {
    return of(run, steps, List.of());
  }

  /** Of a case that has come to its end; what is open now stays open, where that can be told. */
  static History ofAll(Case run, List<StepHistory> steps) {
    return of(run, steps, run.stage().exclusively(() -> hangs(run)));
  }

  private static List<Hang> hangs(Case run) {
    var hangs = new ArrayList<Hang>();
    for (CallState call : run.calls().unended()) {
      if (call.begun()) {
        run.stage()
            .stackIfDead(call.thread)
            .ifPresent(stack -> hangs.add(new Hang(call.label, stack)));
      }
    }
    return hangs;
  }

  private static History of(Case run, List<StepHistory> steps, List<Hang> hangs) {
    long lateness = run.stage().latenessNanos();
    var terms =
        new Terms(
            run.timeoutNanos(),
            run.stage().allowanceNanos() + LATENESS_FACTOR * lateness,
            lateness,
            run.scenario().settings().poolSize(),
            run.scenario().settings().database(),
            run.scenario()
                .settings()
                .credentials()
                .map(Credentials::user)
                .orElse(Accounts.DEFAULT_USER),
            run.clientName());
    return run.stage()
        .exclusively(
            () ->
                new History(
                    run.world().name(),
                    run.subject(),
                    terms,
                    calls(run),
                    connections(run),
                    executions(run.calls().executions()),
                    steps,
                    run.server().strays(),
                    disturbances(run),
                    hangs,
                    messages(run),
                    run.deliveries(),
                    List.of(),
                    ThreadsLeft.UNKNOWN,
                    run.stage().nanos()));
  }

  private static List<CallHistory> calls(Case run) {
    var calls = new ArrayList<CallHistory>(run.calls().all().size());
    for (CallState call : run.calls().all()) {
      calls.add(call.history());
    }
    return calls;
  }

  private static List<ConnectionHistory> connections(Case run) {
    var connections = new ArrayList<ConnectionHistory>(run.peers().size());
    for (CasePeer peer : run.peers()) {
      connections.add(peer.history());
    }
    return connections;
  }

  private static List<MessageHistory> messages(Case run) {
    var messages = new ArrayList<MessageHistory>(run.messages().size());
    for (Published message : run.messages()) {
      messages.add(message(message));
    }
    return messages;
  }

  private static MessageHistory message(Published message) {
    return new MessageHistory(
        message.label(),
        message.connection(),
        message.pattern(),
        message.channel(),
        message.payload(),
        message.cause().serial(),
        CasePeer.latin1(message.wireBytes()),
        message.pushedStep(),
        message.pushedNanos(),
        message.sentNanos(),
        message.taken(),
        message.readStep());
  }

  private static List<String> disturbances(Case run) {
    var all = new ArrayList<String>(run.disturbances());
    run.stage().disturbance().ifPresent(all::add);
    return all;
  }

  /** What an EXEC ran stands behind it. */
  private static List<Execution> executions(List<Executed> all) {
    var executions = new ArrayList<Execution>(all.size());
    for (Executed executed : all) {
      executions.add(execution(executed, reply(executed), executed, 0));
      for (Executed inside : executed.inside()) {
        executions.add(execution(inside, reply(inside), executed, executed.serial()));
      }
    }
    return executions;
  }

  /** The elements of a reply to EXEC read each as its own command's. */
  private static Reply reply(Executed executed) {
    if (executed.inside().isEmpty() || !(executed.reply() instanceof RespValue.Array)) {
      return ReplyValues.of(executed.reply(), executed.shape());
    }
    return new Reply.Answer(
        new Value.Items(
            executed.inside().stream()
                .map(inside -> ReplyValues.element(inside.reply(), inside.shape()))
                .toList()));
  }

  /**
   * As data.
   *
   * @param onWire what went over the wire for it: itself, or the EXEC that it is part of
   */
  private static Execution execution(Executed executed, Reply reply, Executed onWire, int exec) {
    return new Execution(
        executed.serial(),
        executed.label(),
        executed.words(),
        executed.connection(),
        executed.origin().database(),
        executed.origin().user(),
        Optional.of(executed.origin().clientName()).filter(name -> !name.isEmpty()),
        executed.protocol(),
        reply,
        CasePeer.latin1(executed.replyBytes()),
        onWire.receivedStep(),
        onWire.receivedNanos(),
        executed.sentNanos(),
        executed.taken(),
        executed.hadEffect(),
        exec);
  }
}
