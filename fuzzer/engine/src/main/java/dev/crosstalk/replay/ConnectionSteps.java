package dev.crosstalk.replay;

import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.server.Executed;
import dev.crosstalk.spi.Sharing;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What the steps of the server mean that do something to a connection. */
final class ConnectionSteps {
  private final Case run;
  private final Settling settling;

  ConnectionSteps(Case run, Settling settling) {
    this.run = run;
    this.settling = settling;
  }

  StepFate restart(Step.Restart restart) {
    run.flush();
    settling.settleWire();
    List<CasePeer> open =
        run.stage().exclusively(() -> run.peers().stream().filter(CasePeer::isReachable).toList());
    open.forEach(peer -> peer.end(restart.how()));
    run.stage().exclusively(run.server()::restart);
    return open.isEmpty() ? StepFate.nothing("nobody is connected") : StepFate.DONE;
  }

  StepFate end(Step.End end) {
    return onConnectionOf(end.lane(), peer -> peer.end(end.how()));
  }

  StepFate lose(Step.Lose lose) {
    return onConnectionOf(lose.lane(), peer -> run.stage().exclusively(peer::lose));
  }

  StepFate halfClose(Step.HalfClose half) {
    return onConnectionOf(half.lane(), CasePeer::canAnswer, CasePeer::halfClose);
  }

  StepFate stopReading(Step.StopReading stop) {
    return onConnectionOf(stop.lane(), peer -> !peer.isUnread(), peer -> peer.read(false));
  }

  StepFate readAgain(Step.ReadAgain again) {
    return onConnectionOf(again.lane(), CasePeer::isUnread, peer -> peer.read(true));
  }

  /** The oldest that waits, as a kernel hands them out. */
  StepFate accept() {
    Optional<CasePeer> waiting =
        run.stage()
            .exclusively(
                () -> run.peers().stream().filter(CasePeer::waitsToBeAccepted).findFirst());
    waiting.ifPresent(peer -> peer.read(true));
    return waiting.isPresent() ? StepFate.DONE : StepFate.nothing("no connection waits");
  }

  /** Does something to a lane's connection once what was let out has been taken. */
  private StepFate onConnectionOf(Lane lane, Consumer<CasePeer> deed) {
    return onConnectionOf(lane, peer -> true, deed);
  }

  private StepFate onConnectionOf(Lane lane, Predicate<CasePeer> fits, Consumer<CasePeer> deed) {
    Optional<CasePeer> peer = connectionOf(lane);
    if (peer.isEmpty()) {
      return StepFate.nothing("lane " + lane + " has no connection");
    }
    if (!run.stage().exclusively(() -> fits.test(peer.get()))) {
      return StepFate.nothing("the connection of lane " + lane + " is so already");
    }
    run.flush();
    settling.settleWire();
    deed.accept(peer.get());
    return StepFate.DONE;
  }

  StepFate push(Step.Push push) {
    Optional<CasePeer> peer = connectionOf(push.lane());
    boolean pushed = peer.isPresent() && run.stage().exclusively(() -> peer.get().push(push.key()));
    if (!pushed) {
      return StepFate.nothing("nothing on lane " + push.lane() + "'s connection causes a push");
    }
    run.flush();
    return StepFate.DONE;
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
                if (peer.isReachable() && isUsedBy(peer, lane.toString(), true)) {
                  return Optional.of(peer);
                }
              }
              boolean shared = run.subject().variant().sharing() == Sharing.SHARED;
              for (CasePeer peer : run.peers().reversed()) {
                if (peer.isReachable() && (shared || !isUsedBy(peer, lane.toString(), false))) {
                  return Optional.of(peer);
                }
              }
              return Optional.empty();
            });
  }

  private boolean isUsedBy(CasePeer peer, String lane, boolean own) {
    for (Executed executed : run.calls().executions()) {
      if (executed.connection() == peer.id() && executed.label().isPresent()) {
        CallState call = run.calls().find(executed.label().get()).orElseThrow();
        if (call.lane.equals(lane) == own) {
          return true;
        }
      }
    }
    return false;
  }
}
