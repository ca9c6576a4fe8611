package dev.crosstalk.replay;

import dev.crosstalk.resp.RespLandmarks;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.Published;
import dev.crosstalk.spi.Sharing;
import java.util.List;
import java.util.Optional;

/** What the steps of the server mean. */
final class ServerSteps {
  private final Case run;
  private final Settling settling;

  ServerSteps(Case run, Settling settling) {
    this.run = run;
    this.settling = settling;
  }

  StepFate run(Step.ServerStep step) {
    return switch (step) {
      case Step.Hold hold -> hold(hold);
      case Step.Deliver deliver -> deliver(deliver);
      case Step.Tear tear -> tear(tear);
      case Step.Release release -> release(release);
      case Step.End end -> end(end);
      case Step.Stall stall -> stall();
      case Step.Refuse refuse -> refuse();
      case Step.Restart restart -> restart(restart);
      case Step.Push push -> push(push);
      case Step.Answer answer -> answer(answer);
      case Step.Publish publish -> publish(publish);
    };
  }

  private StepFate hold(Step.Hold hold) {
    run.stage().exclusively(() -> run.server().hold(hold.label().toString()));
    return StepFate.DONE;
  }

  private StepFate answer(Step.Answer answer) {
    String label = answer.label().toString();
    return run.stage()
        .exclusively(
            () -> {
              if (run.calls().find(label).filter(call -> !call.executions.isEmpty()).isPresent()) {
                return StepFate.nothing(label + " was executed before");
              }
              run.server().answer(label, answer.error());
              return StepFate.DONE;
            });
  }

  private StepFate stall() {
    run.stage().exclusively(() -> run.server().stallNextHandshake());
    return StepFate.DONE;
  }

  private StepFate refuse() {
    run.stage().exclusively(() -> run.server().refuseNextConnection());
    return StepFate.DONE;
  }

  private StepFate restart(Step.Restart restart) {
    run.flush();
    settling.settleWire();
    List<CasePeer> open =
        run.stage()
            .exclusively(() -> run.peers().stream().filter(peer -> !peer.isEnded()).toList());
    open.forEach(peer -> peer.end(restart.how()));
    return open.isEmpty() ? StepFate.nothing("nobody is connected") : StepFate.DONE;
  }

  private StepFate deliver(Step.Deliver deliver) {
    if (!arrives(deliver.label())) {
      return notOwed(deliver.label());
    }
    boolean reached =
        run.stage()
            .exclusively(() -> run.server().deliver(deliver.label().toString(), deliver.bytes()));
    run.flush();
    return reached ? StepFate.DONE : heldBack(deliver.label());
  }

  private StepFate release(Step.Release release) {
    boolean arrived = arrives(release.label());
    boolean released =
        run.stage().exclusively(() -> run.server().release(release.label().toString()));
    run.flush();
    return arrived || released ? StepFate.DONE : notOwed(release.label());
  }

  private StepFate tear(Step.Tear tear) {
    String label = tear.label().toString();
    if (!arrives(tear.label())) {
      return notOwed(tear.label());
    }
    boolean[] reached = {false};
    Optional<CasePeer> peer =
        run.stage()
            .exclusively(
                () -> {
                  var owing = run.server().owing(label);
                  reached[0] =
                      run.server()
                          .owedReply(label)
                          .filter(
                              reply -> run.server().deliverUpTo(label, position(tear.cut(), reply)))
                          .isPresent();
                  return owing.flatMap(connection -> run.peer(connection.id()));
                });
    if (!reached[0]) {
      return heldBack(tear.label());
    }
    run.flush();
    boolean settled = true;
    if (tear.then().isPresent() && peer.isPresent()) {
      settled = settling.settleWire();
      peer.get().end(tear.then().get());
    }
    return StepFate.settled(settled);
  }

  /** How many bytes of a reply leave at a cut: at least none, at most all but one. */
  static int position(Cut cut, byte[] reply) {
    int position =
        switch (cut) {
          case Cut.After(int bytes) -> bytes;
          case Cut.BeforeEnd(int bytes) -> reply.length - bytes;
          case Cut.At(var landmark, int nth) -> {
            List<Integer> places = RespLandmarks.positionsOfAll(reply, landmark);
            yield places.isEmpty()
                ? reply.length - 1
                : places.get(Math.min(nth, places.size()) - 1);
          }
        };
    return Math.clamp(
        position, Math.min(reply.length - 1, cut instanceof Cut.After ? 0 : 1), reply.length - 1);
  }

  private StepFate end(Step.End end) {
    Optional<CasePeer> peer = connectionOf(end.lane());
    if (peer.isEmpty()) {
      return StepFate.nothing("lane " + end.lane() + " has no connection");
    }
    run.flush();
    settling.settleWire();
    peer.get().end(end.how());
    return StepFate.DONE;
  }

  private StepFate push(Step.Push push) {
    Optional<CasePeer> peer = connectionOf(push.lane());
    boolean pushed = peer.isPresent() && run.stage().exclusively(() -> peer.get().push());
    if (!pushed) {
      return StepFate.nothing("nothing on lane " + push.lane() + "'s connection causes a push");
    }
    run.flush();
    return StepFate.DONE;
  }

  private StepFate publish(Step.Publish publish) {
    String label = publish.label().toString();
    boolean told =
        run.stage()
            .exclusively(
                () -> {
                  if (run.messages().stream()
                      .anyMatch(it -> it.label().equals(Optional.of(label)))) {
                    return false;
                  }
                  List<Published> published =
                      run.server().publish(label, publish.channel(), publish.message());
                  published.forEach(it -> run.peer(it.connection()).orElseThrow().published(it));
                  run.messages().addAll(published);
                  return !published.isEmpty();
                });
    run.flush();
    return told
        ? StepFate.DONE
        : StepFate.nothing("nobody is subscribed, or " + label + " was published before");
  }

  /**
   * The newest open connection that calls of a lane went over; failing that, the newest open one
   * that no other lane's calls went over, so that a handshake can be ended, too.
   */
  private Optional<CasePeer> connectionOf(Lane lane) {
    return run.stage()
        .exclusively(
            () -> {
              for (CasePeer peer : run.peers().reversed()) {
                if (!peer.isEnded() && isUsedBy(peer, lane.toString(), true)) {
                  return Optional.of(peer);
                }
              }
              boolean shared = run.subject().variant().sharing() == Sharing.SHARED;
              for (CasePeer peer : run.peers().reversed()) {
                if (!peer.isEnded() && (shared || !isUsedBy(peer, lane.toString(), false))) {
                  return Optional.of(peer);
                }
              }
              return Optional.empty();
            });
  }

  private boolean isUsedBy(CasePeer peer, String lane, boolean own) {
    return run.calls().executions().stream()
        .filter(executed -> executed.connection() == peer.id())
        .map(Executed::label)
        .flatMap(Optional::stream)
        .map(label -> run.calls().find(label).orElseThrow().lane)
        .anyMatch(other -> other.equals(lane) == own);
  }

  /** Waits, bounded, until the reply to a call is owed; not for what cannot be under way. */
  private boolean arrives(Label label) {
    if (run.stage().exclusively(() -> isOwed(label))) {
      return true;
    }
    Optional<CallState> call = run.stage().exclusively(() -> run.calls().find(label.toString()));
    return call.isPresent()
        && settling.soon(
            () -> run.stage().exclusively(() -> isOwed(label) || !settling.isOnItsWay(call.get())))
        && run.stage().exclusively(() -> isOwed(label));
  }

  private boolean isOwed(Label label) {
    return run.server().owing(label.toString()).isPresent();
  }

  private static StepFate heldBack(Label label) {
    return StepFate.nothing("the reply to " + label + " stands behind one that is held");
  }

  private static StepFate notOwed(Label label) {
    return StepFate.nothing("no reply to " + label + " is owed");
  }
}
