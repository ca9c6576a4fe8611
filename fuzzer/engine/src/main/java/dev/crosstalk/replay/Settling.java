package dev.crosstalk.replay;

import dev.crosstalk.server.Executed;
import dev.crosstalk.spi.Calling;
import dev.crosstalk.spi.SessionKind;
import java.util.Collection;
import java.util.Optional;

/**
 * When a case is quiet: every byte let out has been taken or its connection has ended, and every
 * started call has arrived whole, ended, or waits on a cause that the scenario gave it. Where that
 * cannot be seen, a bound ends the wait.
 */
final class Settling {
  static final long BOUND_NANOS = 50_000_000;

  private final Case run;
  private final Collection<LaneState> lanes;

  Settling(Case run, Collection<LaneState> lanes) {
    this.run = run;
    this.lanes = lanes;
  }

  /** Waits until the case is quiet; false when the bound passed first. */
  boolean settle() {
    return run.stage().until(this::quiet, BOUND_NANOS);
  }

  /** Waits until all that was let out has been written and taken, whatever calls do. */
  boolean settleWire() {
    return run.stage().until(this::wireQuiet, BOUND_NANOS);
  }

  private boolean quiet() {
    return wireQuiet() && callsQuiet();
  }

  private boolean wireQuiet() {
    for (CasePeer peer : run.peers()) {
      boolean done = peer.isEnded() || (isRead(peer) ? peer.wire().taken() : peer.wire().written());
      if (!done) {
        return false;
      }
    }
    return true;
  }

  /** A blocking driver reads a connection only while a call is under way on it. */
  private boolean isRead(CasePeer peer) {
    if (run.subject().variant().calling() == Calling.ASYNC) {
      return true;
    }
    for (CallState call : run.calls().all()) {
      if (call.open() && (call.executions.isEmpty() || call.executedOn(peer.id()))) {
        return true;
      }
    }
    return false;
  }

  private boolean callsQuiet() {
    int arrived = 0;
    boolean waiting = false;
    for (CallState call : run.calls().all()) {
      if (call.ended()) {
        continue;
      }
      if (!call.begun()) {
        waiting |= !laneIsBusyWithAnother(call);
      } else if (call.executions.isEmpty()) {
        waiting = true;
      } else {
        arrived++;
        if (mustEndSoon(call)) {
          return false;
        }
      }
    }
    return !waiting || waitsOnCause(arrived);
  }

  private boolean laneIsBusyWithAnother(CallState queued) {
    for (CallState call : run.calls().all()) {
      if (call != queued && call.thread == queued.thread && call.open()) {
        return true;
      }
    }
    return false;
  }

  /** Its reply has left whole, or its connection has ended: the driver knows all it needs. */
  private boolean mustEndSoon(CallState call) {
    Optional<Executed> newest = call.newestExecution();
    return newest.isPresent()
        && (newest.get().sentNanos() != Executed.NEVER
            || run.peer(newest.get().connection()).filter(CasePeer::isEnded).isPresent());
  }

  /** A handshake that is not answered, or no free connection in the pool. */
  private boolean waitsOnCause(int arrived) {
    if (run.subject().variant().session() == SessionKind.POOLED
        && arrived >= run.scenario().settings().poolSize()) {
      return true;
    }
    return run.peers().stream().anyMatch(peer -> !peer.isEnded() && peer.connection().stalled());
  }

  /** Whether every call has ended and no lane has anything left to do. */
  boolean idle() {
    return run.calls().all().stream().allMatch(CallState::ended)
        && lanes.stream().noneMatch(LaneState::busy);
  }
}
