package dev.crosstalk.replay;

import dev.crosstalk.resp.Landmark;
import dev.crosstalk.resp.RespLandmarks;
import dev.crosstalk.resp.RespSyntaxException;
import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.Published;
import dev.crosstalk.server.Server;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the steps of the server mean; those about connections are {@link ConnectionSteps}. */
final class ServerSteps {
  private final Case run;
  private final Settling settling;
  private final ConnectionSteps connections;

  ServerSteps(Case run, Settling settling) {
    this.run = run;
    this.settling = settling;
    this.connections = new ConnectionSteps(run, settling);
  }

  StepFate run(Step.ServerStep step) {
    return switch (step) {
      case Step.Hold hold -> hold(hold);
      case Step.Deliver deliver -> deliver(deliver);
      case Step.Tear tear -> tear(tear);
      case Step.Release release -> release(release);
      case Step.Answer answer -> answer(answer);
      case Step.Corrupt corrupt -> corrupt(corrupt);
      case Step.End end -> connections.end(end);
      case Step.Restart restart -> connections.restart(restart);
      case Step.Push push -> connections.push(push);
      case Step.Lose lose -> connections.lose(lose);
      case Step.HalfClose half -> connections.halfClose(half);
      case Step.StopReading stop -> connections.stopReading(stop);
      case Step.ReadAgain again -> connections.readAgain(again);
      case Step.Accept accept -> connections.accept();
      case Step.Stall stall -> due(Server::stallNextHandshake);
      case Step.Refuse refuse -> due(Server::refuseNextConnection);
      case Step.LoseNext next -> due(Server::loseNextConnection);
      case Step.DelayAccept delay -> due(Server::delayNextAccept);
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

  /** What awaits the next connection. */
  private StepFate due(Consumer<Server> fate) {
    run.stage().exclusively(() -> fate.accept(run.server()));
    return StepFate.DONE;
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

  private StepFate corrupt(Step.Corrupt corrupt) {
    if (!arrives(corrupt.label())) {
      return notOwed(corrupt.label());
    }
    boolean done =
        run.stage()
            .exclusively(
                () -> {
                  Optional<Executed> whose =
                      run.server().corrupt(corrupt.label().toString(), corrupt.how());
                  whose
                      .flatMap(executed -> run.peer(executed.connection()))
                      .ifPresent(peer -> peer.corrupted(whose.get(), corrupt.how()));
                  return whose.isPresent();
                });
    return done
        ? StepFate.DONE
        : StepFate.nothing("the reply to " + corrupt.label() + " has begun to leave");
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
            List<Integer> places = places(reply, landmark);
            yield places.isEmpty()
                ? reply.length - 1
                : places.get(Math.min(nth, places.size()) - 1);
          }
        };
    return Math.clamp(
        position, Math.min(reply.length - 1, cut instanceof Cut.After ? 0 : 1), reply.length - 1);
  }

  /** Illegal bytes have no places. */
  private static List<Integer> places(byte[] reply, Landmark landmark) {
    try {
      return RespLandmarks.positionsOfAll(reply, landmark);
    } catch (RespSyntaxException illegal) {
      return List.of();
    }
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
