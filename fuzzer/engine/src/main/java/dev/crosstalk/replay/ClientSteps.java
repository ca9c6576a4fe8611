package dev.crosstalk.replay;

import dev.crosstalk.history.History;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Calling;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Sharing;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the steps of lanes and of the clock mean. */
final class ClientSteps {
  private final Case run;
  private final Map<Lane, LaneState> lanes;
  private final Sessions sessions;
  private final Settling settling;

  ClientSteps(Case run, Map<Lane, LaneState> lanes, Sessions sessions, Settling settling) {
    this.run = run;
    this.lanes = lanes;
    this.sessions = sessions;
    this.settling = settling;
  }

  StepFate run(Step.ClientStep step) {
    return switch (step) {
      case Step.Start start -> start(start);
      case Step.Await await -> await(await);
      case Step.Cancel cancel -> cancel(cancel);
      case Step.GiveUp giveUp -> giveUp(giveUp);
      case Step.Complete complete -> complete(complete);
      case Step.Interrupt interrupt -> interrupt(interrupt);
      case Step.WalkAway walkAway -> walkAway(walkAway);
      case Step.CloseClient _ -> closeClient();
      case Step.GiveBack giveBack -> giveBack(giveBack);
    };
  }

  private StepFate start(Step.Start start) {
    var variant = run.subject().variant();
    if (!variant.takes(start.command().name())) {
      return StepFate.nothing(run.subject().name() + " has no " + start.command().name());
    }
    if (start.command().name().equals("SELECT") && variant.sharing() == Sharing.SHARED) {
      return StepFate.nothing("lanes share what SELECT would change");
    }
    Optional<String> objection = Askable.objection(start.command());
    if (objection.isPresent()) {
      return StepFate.nothing(objection.get());
    }
    LaneState lane = lanes.get(start.lane());
    Optional<String> misplaced =
        run.stage().exclusively(() -> lane.block().objection(start.command()));
    if (misplaced.isPresent()) {
      return StepFate.nothing(misplaced.get());
    }
    return lane.start(start.label().toString(), start.command(), false)
        ? StepFate.DONE
        : StepFate.nothing(start.label() + " was started before");
  }

  private StepFate await(Step.Await await) {
    String label = await.label().toString();
    Optional<CallState> found = run.stage().exclusively(() -> run.calls().find(label));
    if (found.isEmpty()) {
      return StepFate.nothing(label + " was not started");
    }
    if (run.stage().exclusively(() -> settling.blocks().isAtRest(found.get()))) {
      return StepFate.nothing(label + " waits in a block that was not ended");
    }
    if (run.stage().exclusively(() -> settling.isBehindListener(found.get()))) {
      return StepFate.nothing(label + " waits behind a subscription");
    }
    if (run.stage().exclusively(() -> found.get().givenUp && !found.get().ended())) {
      return StepFate.nothing("the caller of " + label + " has given up");
    }
    for (CallState call : run.stage().exclusively(() -> madeFirst(await.lane(), found.get()))) {
      if (!awaitOne(call)) {
        return new StepFate(Fate.UNSETTLED, label + " has not ended");
      }
    }
    return StepFate.DONE;
  }

  /** What must end for a call to end, itself last: a thread that blocks makes one after another. */
  private List<CallState> madeFirst(Lane lane, CallState call) {
    if (call.ended()) {
      return List.of();
    }
    List<CallState> pending = lanes.get(lane).pending();
    return run.subject().variant().calling() == Calling.BLOCKING && pending.contains(call)
        ? pending.subList(0, pending.indexOf(call) + 1)
        : List.of(call);
  }

  /**
   * Lets out what is owed to a call, and waits until it has ended, or rests in a block. What ends a
   * block, and with that all in it, is waited for with the replies to the whole block let out.
   */
  private boolean awaitOne(CallState call) {
    List<CallState> together =
        run.stage()
            .exclusively(
                () -> {
                  List<CallState> waiting = settling.blocks().endedTogether(call);
                  for (CallState each : waiting) {
                    run.server().await(each.label);
                  }
                  return waiting;
                });
    run.flush();
    BooleanSupplier over =
        () -> call.ended() || settling.blocks().isAtRest(call) || settling.listens(call);
    if (!run.stage().soonState(over)) {
      // Held, never asked for, or lost with its connection: only time can end the call now.
      boolean mayBeAnswered =
          run.stage()
              .exclusively(() -> settling.hasItsReply(call) && !run.calls().isConfusable(call));
      if (!mayBeAnswered) {
        run.timeIsAsked();
      }
      run.stage().untilState(over, untilGivenUp(call));
      run.timeIsAskedNoMore();
    }
    return run.stage()
        .exclusively(
            () -> {
              for (CallState each : together) {
                run.server().stopAwaiting(each.label);
              }
              return over.getAsBoolean();
            });
  }

  private long untilGivenUp(CallState call) {
    History history = Snapshot.of(run, List.of());
    return run.stage()
        .exclusively(
            () -> {
              long due = call.begun() ? run.givenUpNanos(history, call.history()) : Long.MAX_VALUE;
              return due == Long.MAX_VALUE ? run.timeoutNanos() : due - run.stage().nanos();
            });
  }

  private StepFate cancel(Step.Cancel cancel) {
    if (!run.subject().variant().can(Capability.CANCEL)) {
      return StepFate.nothing(run.subject().name() + " cannot cancel");
    }
    return endEarly(cancel.label(), "cancel", call -> call.cancelWanted = true, InFlight::cancel);
  }

  private StepFate giveUp(Step.GiveUp giveUp) {
    if (!run.subject().variant().can(Capability.FUTURES)) {
      return StepFate.nothing(run.subject().name() + " hands out no futures");
    }
    return endEarly(giveUp.label(), "give up", call -> call.givenUp = true, InFlight::giveUp);
  }

  private StepFate complete(Step.Complete complete) {
    if (!run.subject().variant().can(Capability.FUTURES)) {
      return StepFate.nothing(run.subject().name() + " hands out no futures");
    }
    return endEarly(
        complete.label(),
        "complete",
        call -> call.completing = Optional.of(complete.with()),
        inFlight -> inFlight.complete(complete.with()));
  }

  /**
   * Does something to an open call, if the driver has taken it over; what its lane has still to
   * come to, it learns from the note.
   */
  private StepFate endEarly(
      Label label, String name, Consumer<CallState> note, Consumer<InFlight> how) {
    Optional<CallState> open =
        run.stage()
            .exclusively(() -> run.calls().find(label.toString()).filter(call -> !call.ended()));
    if (open.isEmpty()) {
      return StepFate.nothing(label + " is not open");
    }
    run.stage()
        .exclusively(
            () -> {
              note.accept(open.get());
              return open.get().inFlight;
            })
        .ifPresent(inFlight -> aside(name, () -> how.accept(inFlight)));
    return StepFate.DONE;
  }

  /** On a thread of its own and bounded, since it is the driver's code. */
  private void aside(String name, Runnable drivers) {
    boolean[] done = {false};
    run.stage()
        .lane(name)
        .run(
            () -> {
              LaneState.quietly(drivers);
              run.stage().exclusively(() -> done[0] = true);
              run.stage().changed();
            });
    run.stage().soonState(() -> done[0]);
  }

  private StepFate interrupt(Step.Interrupt interrupt) {
    var variant = run.subject().variant();
    if (variant.calling() != Calling.BLOCKING || variant.sharing() != Sharing.LANE) {
      return StepFate.nothing("lanes of " + run.subject().name() + " do not block on their own");
    }
    lanes.get(interrupt.lane()).thread().interrupt();
    return StepFate.DONE;
  }

  private StepFate walkAway(Step.WalkAway walkAway) {
    if (run.subject().variant().calling() == Calling.ASYNC) {
      return StepFate.nothing("callers of " + run.subject().name() + " do not wait anyway");
    }
    LaneState lane = lanes.get(walkAway.lane());
    if (!run.stage().exclusively(lane::busy)) {
      return StepFate.nothing("lane " + walkAway.lane() + " waits for nothing");
    }
    lane.takeNewThread();
    return StepFate.DONE;
  }

  /** On a thread of its own and bounded: a driver may never come back from being closed. */
  private StepFate closeClient() {
    if (!sessions.isOpen()) {
      return StepFate.nothing("no client is open");
    }
    long from = run.stage().nanos();
    boolean[] done = {false};
    run.stage()
        .lane("close")
        .run(
            () -> {
              int newest = sessions.closeClient();
              run.stage()
                  .exclusively(
                      () -> {
                        run.calls().closedUnder(from, newest);
                        done[0] = true;
                      });
              run.stage().changed();
            });
    run.stage().soonState(() -> done[0]);
    return StepFate.DONE;
  }

  /** The clock moves on to the next timer; what that brings about happens. */
  StepFate tick() {
    boolean ignored = settling.settle();
    run.timeIsAsked();
    boolean moved = run.stage().tick();
    run.timeIsAskedNoMore();
    return moved ? StepFate.DONE : StepFate.nothing("no timer is set that a step could fire");
  }

  private StepFate giveBack(Step.GiveBack giveBack) {
    if (run.subject().variant().sharing() != Sharing.LANE) {
      return StepFate.nothing("lanes of " + run.subject().name() + " have no session of their own");
    }
    BooleanSupplier done = lanes.get(giveBack.lane()).giveBack();
    run.stage().soonState(done);
    return StepFate.DONE;
  }

  /** One timeout period passes; what is due by then gets a bounded while to end. */
  StepFate expire() {
    if (!run.stage().clockRuns()) {
      // Before time passes, all has happened that needs none.
      boolean ignored = settling.settle();
    }
    long from = run.stage().nanos();
    run.timeIsAsked();
    run.stage().pass(run.timeoutNanos());
    run.stage()
        .soonState(
            () ->
                run.calls().unended().stream()
                    .filter(call -> !settling.blocks().isAtRest(call) && !settling.listens(call))
                    .noneMatch(call -> call.begun() && call.invokedNanos <= from));
    run.timeIsAskedNoMore();
    return StepFate.DONE;
  }
}
