package dev.crosstalk.replay;

import dev.crosstalk.history.Completion;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.world.LaneThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/** One lane of a case: a thread, a seat at a session, and the calls it makes. */
final class LaneState {
  private final Case run;
  private final Sessions sessions;
  private final String name;
  private LaneThread thread;
  private Sessions.Seat seat;
  private LaneBlock block;

  /** From where the lane speaks while its thread listens to what it has subscribed to. */
  private Optional<LaneThread> beside = Optional.empty();

  /** Calls given to the thread and not ended; one that waits behind another counts. */
  private int queued;

  LaneState(Case run, Sessions sessions, String name) {
    this.run = run;
    this.sessions = sessions;
    this.name = name;
    takeNewThread();
  }

  /** The caller stops waiting: a new thread, a new seat; the old ones go on by themselves. */
  void takeNewThread() {
    LaneThread fresh = run.stage().lane(name);
    run.stage()
        .exclusively(
            () -> {
              thread = fresh;
              seat = sessions.seat();
              beside = Optional.empty();
              block = new LaneBlock(run.subject().variant().session());
              queued = 0;
            });
  }

  String name() {
    return name;
  }

  LaneThread thread() {
    return thread;
  }

  /** Whether the thread has something to do, be it to listen. Inside exclusive tasks only. */
  boolean busy() {
    return queued > 0;
  }

  /**
   * The block that the next call stands in or begins; what had begun on a session whose client was
   * closed since is lost with that. A first call that has no session yet will have one of the
   * client that is open then. Inside exclusive tasks.
   */
  LaneBlock block() {
    boolean lost =
        block.first().flatMap(run.calls()::find).filter(this::isOfClosedClient).isPresent();
    block = lost ? new LaneBlock(run.subject().variant().session()) : block;
    return block;
  }

  private boolean isOfClosedClient(CallState call) {
    return call.client.isPresent() && call.client.getAsInt() < sessions.clientsClosed();
  }

  /** The calls given to the lane's present thread that have not ended. Inside exclusive tasks. */
  List<CallState> pending() {
    var pending = new ArrayList<CallState>(2);
    for (CallState call : run.calls().unended()) {
      if (call.thread == thread) {
        pending.add(call);
      }
    }
    return pending;
  }

  /** The subscription that keeps the lane's thread, if there is one. Inside exclusive tasks. */
  Optional<CallState> loop() {
    for (CallState call : run.calls().unended()) {
      if (call.thread == thread && call.loops) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  /** A call of a lane whose thread listens is made from beside, if it is about listening. */
  private boolean isFromBeside(Command command) {
    boolean about = Subscribing.isBy(command) || command.name().equals("PING");
    return about && run.stage().exclusively(() -> loop().filter(CallState::begun).isPresent());
  }

  private LaneThread beside() {
    LaneThread other = beside.orElseGet(() -> run.stage().lane(name));
    beside = Optional.of(other);
    return other;
  }

  /** Queues a call; false when its label is taken. */
  boolean start(String label, Command command, boolean probe) {
    boolean fromBeside = isFromBeside(command);
    LaneThread onThread = fromBeside ? beside() : thread;
    boolean loops =
        !fromBeside && run.subject().variant().listensOnThread() && Subscribing.beginsBy(command);
    var call = new CallState(label, name, command, probe, run.step(), onThread, loops);
    Sessions.Seat seated = seat;
    boolean added =
        run.stage()
            .exclusively(
                () -> {
                  boolean isNew = run.calls().add(call);
                  if (isNew) {
                    call.block = block().place(label, command);
                  }
                  queued += isNew && !fromBeside ? 1 : 0;
                  return isNew;
                });
    if (added) {
      onThread.run(() -> perform(call, seated, fromBeside));
    }
    return added;
  }

  /**
   * The thread closes its session when it comes to it, and the next call takes another.
   *
   * @return whether it has; to be asked inside exclusive tasks
   */
  BooleanSupplier giveBack() {
    Sessions.Seat seated = seat;
    boolean[] done = {false};
    if (run.stage().exclusively(() -> loop().isPresent())) {
      // Who listens is ended from beside; the thread goes on to what waits there.
      beside()
          .run(
              () -> {
                seated.leave();
                run.stage().exclusively(() -> done[0] = true);
                run.stage().changed();
              });
      return () -> done[0];
    }
    run.stage()
        .exclusively(
            () -> {
              block = new LaneBlock(run.subject().variant().session());
              queued++;
            });
    thread.run(
        () -> {
          seated.leave();
          run.stage()
              .exclusively(
                  () -> {
                    done[0] = true;
                    queued -= seat == seated ? 1 : 0;
                  });
          run.stage().changed();
        });
    return () -> done[0];
  }

  /** On the lane's thread. Whatever the driver throws is its word on the call. */
  private void perform(CallState call, Sessions.Seat seated, boolean fromBeside) {
    boolean tooLate =
        run.stage()
            .exclusively(
                () -> {
                  call.invokedNanos = run.stage().nanos();
                  return fromBeside && loop().isEmpty();
                });
    if (tooLate) {
      complete(call, new Outcome.Refused("nobody listens any more"));
      return;
    }
    try {
      Session session = fromBeside ? seated.taken() : seated.take(() -> begins(call));
      run.stage().exclusively(() -> call.isOn(seated.number(), seated.client()));
      InFlight inFlight = session.start(call.command, outcome -> complete(call, outcome));
      run.stage().exclusively(() -> call.inFlight = Optional.of(inFlight));
      endWhatWasGivenUp(call, inFlight);
    } catch (Sessions.NoSessionException none) {
      complete(call, new Outcome.Refused("the lane has no session yet, or none any more"));
    } catch (VirtualMachineError ours) {
      run.defect(ours);
    } catch (Throwable thrown) {
      run.guarded(() -> complete(call, run.driver().outcomeOf(thrown)));
    } finally {
      run.stage()
          .exclusively(
              () -> {
                if (call.client.isEmpty()) {
                  // It was given no session, and goes with the client that failed to.
                  call.client = OptionalInt.of(sessions.clientsClosed());
                }
                if (seat == seated && !fromBeside) {
                  queued--;
                }
              });
      run.stage().changed();
    }
  }

  private void begins(CallState call) {
    run.stage().exclusively(() -> call.invokedNanos = run.stage().nanos());
  }

  /** What a step said of the call before the driver had taken it over. */
  private void endWhatWasGivenUp(CallState call, InFlight inFlight) {
    var ways = new ArrayList<Runnable>(1);
    run.stage()
        .exclusively(
            () -> {
              if (call.cancelWanted) {
                ways.add(inFlight::cancel);
              }
              if (call.givenUp) {
                ways.add(inFlight::giveUp);
              }
              call.completing.ifPresent(word -> ways.add(() -> inFlight.complete(word)));
            });
    ways.forEach(LaneState::quietly);
  }

  /** What cancelling throws is no word on the call: that comes through its completion. */
  static void quietly(Runnable givingUp) {
    try {
      givingUp.run();
    } catch (RuntimeException ofTheDriver) {
      // The call goes on as if nobody had given it up, and is judged so.
    }
  }

  /** On whatever thread the driver reports from, as often as it does. */
  private void complete(CallState call, Outcome reported) {
    run.stage()
        .exclusively(
            () -> {
              Outcome outcome = read(call, reported);
              call.completions.add(new Completion(outcome, run.step(), run.stage().nanos()));
              if (outcome instanceof Outcome.TimedOut
                  && !run.timeWasAskedSince(call.invokedNanos)) {
                run.disturbed(call.label + " timed out, and no step asked for it");
              }
            });
    run.stage().changed();
  }

  /** What an adapter reports may be the caller's own doing, which only we know of. */
  private Outcome read(CallState call, Outcome reported) {
    if (CallersWord.isIn(reported)) {
      return ofItsCaller(call);
    }
    // Each driver has a way of its own to say that it takes no null.
    return reported instanceof Outcome.Garbled(String detail) && mayFailOnNull(call)
        ? new Outcome.UserCodeFailed("null for an argument: " + detail)
        : reported;
  }

  /** Some drivers come to it only with the reply, which may be that to the whole block. */
  private boolean mayFailOnNull(CallState call) {
    return UserCode.givesNull(call.command)
        || (call.endsBlock()
            && call.block.isPresent()
            && run.calls().all().stream()
                .filter(other -> other.block.equals(call.block))
                .anyMatch(other -> UserCode.givesNull(other.command)));
  }

  /** Of whom else it may be, it is not this call's affair. */
  private static Outcome ofItsCaller(CallState call) {
    if (call.completing.isEmpty()) {
      return new Outcome.Garbled("what the caller of another call has completed that with");
    }
    call.completedByCaller = true;
    return CallersWord.outcome();
  }
}
