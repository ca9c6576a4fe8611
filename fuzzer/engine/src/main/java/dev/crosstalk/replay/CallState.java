package dev.crosstalk.replay;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.server.Executed;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.world.LaneThread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A call on its way. Touched only inside the stage's exclusive tasks. */
final class CallState {
  final String label;
  final String lane;
  final Command command;
  final boolean probe;
  final int step;

  /** Label of the first call of its block; empty outside blocks. */
  Optional<String> block = Optional.empty();

  /** Number of the session it was started on; 0 while it has none. */
  int session;

  /** How many clients were closed before the one of that session; empty while it has none. */
  OptionalInt client = OptionalInt.empty();

  long invokedNanos = -1;
  final List<Completion> completions = new ArrayList<>();

  /** What the server executed of it, in order; several when the driver sends it again. */
  final List<Executed> executions = new ArrayList<>();

  /** What came back from the driver's start; empty while that has not returned. */
  Optional<InFlight> inFlight = Optional.empty();

  boolean cancelWanted;

  /** Whether its caller waits for it no longer. */
  boolean givenUp;

  /** What its caller completes it with, if anything. */
  Optional<CallersWord> completing = Optional.empty();

  /** Whether that is among its completions. */
  boolean completedByCaller;

  /** Whether the client of its session was closed while it was open. */
  boolean closedUnder;

  /** Which of its lane's threads it was given to. */
  final LaneThread thread;

  /** Whether it keeps that thread until nothing is subscribed to any more. */
  final boolean loops;

  CallState(
      String label,
      String lane,
      Command command,
      boolean probe,
      int step,
      LaneThread thread,
      boolean loops) {
    this.label = label;
    this.lane = lane;
    this.command = command;
    this.probe = probe;
    this.step = step;
    this.thread = thread;
    this.loops = loops;
  }

  void isOn(int number, int closedBefore) {
    session = number;
    client = OptionalInt.of(closedBefore);
  }

  boolean begun() {
    return invokedNanos >= 0;
  }

  boolean ended() {
    return !completions.isEmpty();
  }

  boolean open() {
    return begun() && !ended();
  }

  /** Whether it was open at that moment or later, on a session of that number or an older one. */
  boolean openSince(long nanos, int newestSession) {
    return begun()
        && session <= newestSession
        && (!ended() || completions.getFirst().atNanos() >= nanos);
  }

  boolean endsBlock() {
    return Block.endsBy(command);
  }

  /** Whether the driver says it is done with it before it has sent it. */
  boolean endedUnsent() {
    return executions.isEmpty()
        && ended()
        && completions.getFirst().outcome() instanceof Outcome.Ok;
  }

  boolean executedOn(int connection) {
    for (Executed executed : executions) {
      if (executed.connection() == connection) {
        return true;
      }
    }
    return false;
  }

  Optional<Executed> newestExecution() {
    return executions.isEmpty() ? Optional.empty() : Optional.of(executions.getLast());
  }

  CallHistory history() {
    return new CallHistory(
        label,
        lane,
        command,
        probe,
        step,
        block,
        session,
        invokedNanos,
        completions,
        closedUnder,
        completedByCaller);
  }
}
