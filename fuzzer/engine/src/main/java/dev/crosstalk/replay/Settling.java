package dev.crosstalk.replay;

import dev.crosstalk.server.Executed;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Calling;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.world.Wire;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * When a case is quiet: every byte let out has been taken or its connection has ended, and every
 * started call has arrived whole, ended, or waits on a cause that the scenario gave it. Where that
 * cannot be seen, a bound ends the wait.
 */
final class Settling {
  /** A pause to reconnect that is shorter than this ends by itself while a case settles. */
  private static final long SHORT_PAUSE_NANOS = 25_000_000;

  private final Case run;
  private final Collection<LaneState> lanes;
  private final Blocks blocks;

  Settling(Case run, Collection<LaneState> lanes) {
    this.run = run;
    this.lanes = lanes;
    this.blocks = new Blocks(run);
  }

  Blocks blocks() {
    return blocks;
  }

  /** Waits until the case is quiet; false when the bound passed first. */
  boolean settle() {
    return unlessTimePassed(run.stage().settle(this::quiet));
  }

  /** Waits until all that was let out has been written and taken, whatever calls do. */
  boolean settleWire() {
    return unlessTimePassed(run.stage().settle(this::wireQuiet));
  }

  /** Waits until a condition holds that should hold at once; false when it does not. */
  boolean soon(BooleanSupplier condition) {
    return unlessTimePassed(run.stage().soon(condition));
  }

  /** Having waited in vain is time that we let pass, unless the machine was late. */
  private boolean unlessTimePassed(boolean held) {
    if (!held && run.stage().latenessNanos() < SHORT_PAUSE_NANOS) {
      run.timeIsAsked();
      run.timeIsAskedNoMore();
    }
    return held;
  }

  private boolean quiet() {
    return run.stage().exclusively(this::callsQuiet) && wireQuiet();
  }

  /** Asks the kernel outside exclusive tasks: our server's thread must not wait for that. */
  private boolean wireQuiet() {
    List<Wire> unread = new ArrayList<>();
    List<Wire> others = new ArrayList<>();
    run.stage()
        .exclusively(
            () -> {
              for (CasePeer peer : run.peers()) {
                if (!peer.isEnded() || isWatched()) {
                  (isRead(peer) ? unread : others).add(peer.wire());
                }
              }
            });
    return others.stream().allMatch(Wire::written) && unread.stream().allMatch(Wire::taken);
  }

  /** An async driver reads all the time, and so notices an end at once and closes its socket. */
  private boolean isWatched() {
    return run.subject().variant().calling() == Calling.ASYNC;
  }

  /** A blocking driver reads a connection only while a call is under way on it. */
  private boolean isRead(CasePeer peer) {
    if (isWatched()) {
      return true;
    }
    for (CallState call : run.calls().unended()) {
      if (call.begun()
          && !blocks.isHandedToBlock(call)
          && (call.executions.isEmpty() || call.executedOn(peer.id()))) {
        return true;
      }
    }
    return false;
  }

  private boolean callsQuiet() {
    int arrived = 0;
    boolean waiting = false;
    for (CallState call : run.calls().unended()) {
      if (blocks.isHandedToBlock(call)) {
        continue;
      }
      if (!call.begun()) {
        waiting |= !laneIsBusyWithAnother(call);
      } else if (blocks.isOwedReply(call)) {
        arrived++;
      } else if (call.executions.isEmpty()) {
        waiting = true;
      } else {
        arrived++;
        if (hasItsReply(call) && !call.loops) {
          return false;
        }
        waiting |= !hasItsConnection(call) || !isHandedOver(call);
      }
    }
    return !waiting || waitsOnCause(arrived);
  }

  /** Whether an async driver has taken a call over, so that it can be cancelled. */
  private boolean isHandedOver(CallState call) {
    return run.subject().variant().calling() == Calling.BLOCKING || call.inFlight.isPresent();
  }

  private boolean laneIsBusyWithAnother(CallState queued) {
    if (run.subject().variant().calling() == Calling.ASYNC) {
      return false;
    }
    for (CallState call : run.calls().unended()) {
      if (call != queued
          && call.thread == queued.thread
          && call.begun()
          && !blocks.isHandedToBlock(call)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a call may still reach the server by itself, with no step to help it. */
  boolean isOnItsWay(CallState call) {
    return !call.ended()
        && call.executions.isEmpty()
        && !blocks.isAtRest(call)
        && !call.command.name().equals(Block.EXECUTE)
        && !blocks.isOwedReply(call)
        && (call.begun() || !laneIsBusyWithAnother(call))
        && !waitsOnCause(0);
  }

  /**
   * Whether the reply to a call has left whole on a connection that is still open; for one that
   * waits in a block that is being ended, the reply to what ends it.
   */
  boolean hasItsReply(CallState call) {
    CallState last = blocks.endOf(call).orElse(call);
    if (last.command.name().equals(Block.EXECUTE)) {
      return blocks.hasItsReplies(last);
    }
    return hasItsConnection(last)
        && last.newestExecution().orElseThrow().sentNanos() != Executed.NEVER;
  }

  /** Whether a call is open whose reply has not left on a connection that is still open. */
  boolean someLackTheirReply() {
    return run.calls().unended().stream()
        .anyMatch(call -> !blocks.isAtRest(call) && !isBehindListener(call) && !hasItsReply(call));
  }

  /** Whether the connection that a call went over last is still open. */
  private boolean hasItsConnection(CallState call) {
    return call.newestExecution()
        .flatMap(executed -> run.peer(executed.connection()))
        .filter(peer -> !peer.isEnded())
        .isPresent();
  }

  /** A handshake that is not answered, no free connection in the pool, a pause to reconnect. */
  private boolean waitsOnCause(int arrived) {
    var variant = run.subject().variant();
    if (variant.session() == SessionKind.POOLED
        && arrived >= run.scenario().settings().poolSize()) {
      return true;
    }
    boolean connected = run.peers().stream().anyMatch(peer -> !peer.isEnded());
    if (!connected && !run.peers().isEmpty() && variant.can(Capability.RECONNECTS)) {
      return run.surroundings().settings().reconnectDelay().toNanos() > SHORT_PAUSE_NANOS;
    }
    return run.peers().stream().anyMatch(CasePeer::isStalling);
  }

  /**
   * Whether every call has ended, waits in an open block, listens, or waits behind one that does,
   * and no lane has anything left to do.
   */
  boolean idle() {
    for (CallState call : run.calls().unended()) {
      if (!blocks.isAtRest(call) && !listens(call) && !isBehindListener(call)) {
        return false;
      }
    }
    for (LaneState lane : lanes) {
      if (lane.busy() && lane.loop().filter(this::listens).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether a call has been confirmed what it listens to, on a connection that is still open. */
  boolean listens(CallState call) {
    return call.loops && !call.ended() && call.begun() && hasItsReply(call);
  }

  /** Whether a call can begin only when another has heard enough. */
  boolean isBehindListener(CallState call) {
    if (call.begun()) {
      return false;
    }
    for (CallState other : run.calls().unended()) {
      if (other.thread == call.thread && listens(other)) {
        return true;
      }
    }
    return false;
  }
}
