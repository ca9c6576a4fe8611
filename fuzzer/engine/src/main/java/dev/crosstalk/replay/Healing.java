package dev.crosstalk.replay;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.server.ServerConnection;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Subscribing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The end of every case: all that was held is delivered, calls still open get until they are
 * overdue, and then every lane probes the driver. Lasting shifts show here at the latest. Lanes
 * that think a block open end it first, or begin to probe inside it, as the schedule's seed says.
 */
final class Healing {
  /** On a busy machine a listener takes a while to read that it is to stop. */
  private static final int LOOP_ROUNDS_MAX = 20;

  /** Answers in a row after which a lane has seen enough. */
  static final int ANSWERS_IN_A_ROW = 3;

  /** A handshake is given this part of a timeout. */
  private static final int HANDSHAKE_PART = 4;

  /** Calls queued behind each other on a lane begin one by one, each with a deadline of its own. */
  private static final int MORE_WAITS_MAX = 100;

  private final Case run;
  private final Function<Lane, LaneState> lanes;
  private final Settling settling;
  private int lanesUsed;

  Healing(Case run, Function<Lane, LaneState> lanes, Settling settling) {
    this.run = run;
    this.lanes = lanes;
    this.settling = settling;
  }

  StepFate heal(Map<Lane, LaneState> used) {
    var unread = new ArrayList<CasePeer>();
    int connections = run.stage().exclusively(() -> openTheServer(unread));
    for (CasePeer peer : unread) {
      peer.read(true);
    }
    run.flush();
    if (settling.settle()) {
      run.markRead();
    }
    boolean ended = awaitOpenCalls();
    used.values().forEach(lane -> lane.thread().clearInterrupt());
    endLoops(used.values());
    if (endsBlocksFirst()) {
      for (LaneState lane : used.values()) {
        if (!run.stage().exclusively(lane::busy)) {
          unsubscribe(lane, ":leave");
        }
      }
      for (LaneState lane : used.values()) {
        if (!run.stage().exclusively(lane::busy)) {
          endBlock(lane, lane.name() + ":end");
        }
      }
      settling.settle();
      awaitOpenCalls();
    }
    for (Lane lane : used.keySet()) {
      lanesUsed = Math.max(lanesUsed, lane.letter() - 'A' + 1);
    }
    probe(connections + History.PROBE_FAILURES_GRANTED + ANSWERS_IN_A_ROW);
    if (!ended) {
      // The allowance grows with our own lateness, and so may have grown since.
      ended = awaitOpenCalls();
    }
    return StepFate.settled(ended);
  }

  /**
   * Nothing is held any more.
   *
   * @param unread gets the connections that the server does not read yet
   * @return how many connections the driver may hold open
   */
  private int openTheServer(List<CasePeer> unread) {
    int open = 0;
    for (CasePeer peer : run.peers()) {
      peer.markHealing();
      open += peer.openAtHealing() ? 1 : 0;
      if (peer.isUnread()) {
        unread.add(peer);
      }
    }
    run.server().heal();
    return open;
  }

  private boolean endsBlocksFirst() {
    return run.scenario().settings().schedule() % 2 == 0;
  }

  private void endBlock(LaneState lane, String label) {
    if (run.stage().exclusively(lane.block()::isOpen)) {
      boolean pipeline = run.subject().variant().session() == SessionKind.PIPELINE;
      lane.start(label, Command.of(pipeline ? Block.EXECUTE : Block.EXEC), true);
    }
  }

  /**
   * Who listens on the lane's thread must be told to stop, or the lane could not go on; so must who
   * waited behind that, and listens only now. Each is told once; who does not heed it is given up.
   */
  private void endLoops(Collection<LaneState> used) {
    var told = new HashSet<CallState>();
    for (int round = 0; round < LOOP_ROUNDS_MAX && isAnyLooping(used); round++) {
      boolean more = false;
      for (LaneState lane : used) {
        more |= endLoop(lane, told);
      }
      settling.settle();
      // Until it has read what it was told it listens still, and nobody behind it has begun.
      run.stage()
          .soonState(
              () ->
                  told.stream().allMatch(CallState::ended)
                      && used.stream().noneMatch(Healing::isAboutToListen));
      if (more) {
        awaitOpenCalls();
      }
    }
  }

  private boolean isAnyLooping(Collection<LaneState> used) {
    return run.stage().exclusively(() -> used.stream().anyMatch(lane -> lane.loop().isPresent()));
  }

  /** Whether who listens next has not come to the server yet. */
  private static boolean isAboutToListen(LaneState lane) {
    return lane.loop().filter(call -> call.newestExecution().isEmpty()).isPresent();
  }

  /** Whether there was somebody to tell who had not been told before. */
  private boolean endLoop(LaneState lane, Set<CallState> told) {
    Optional<CallState> loop =
        run.stage().exclusively(lane::loop).filter(call -> !told.contains(call));
    Optional<ServerConnection> listening =
        loop.flatMap(
            call ->
                run.stage()
                    .exclusively(
                        () ->
                            call.newestExecution()
                                .flatMap(executed -> run.peer(executed.connection()))
                                .map(CasePeer::connection)));
    if (listening.isEmpty()) {
      return false;
    }
    ServerConnection connection = listening.get();
    String number = timesTold(lane, told) == 0 ? "" : "-" + (timesTold(lane, told) + 1);
    boolean channels = run.stage().exclusively(connection::hasChannels);
    if (channels) {
      lane.start(lane.name() + ":leave" + number, Command.of(Subscribing.UNSUBSCRIBE), true);
    }
    boolean patterns = run.stage().exclusively(connection::hasPatterns);
    if (patterns) {
      lane.start(
          lane.name() + ":leave-patterns" + number, Command.of(Subscribing.PUNSUBSCRIBE), true);
    }
    return (channels || patterns) && told.add(loop.get());
  }

  private static long timesTold(LaneState lane, Set<CallState> told) {
    return told.stream().filter(call -> call.lane.equals(lane.name())).count();
  }

  /** A lane leaves what it may have subscribed to, where its variant can. */
  private void unsubscribe(LaneState lane, String suffix) {
    boolean subscribed =
        !run.subject().variant().listensOnThread()
            && run.stage().exclusively(() -> hasSubscribed(lane));
    if (subscribed) {
      lane.start(lane.name() + suffix, Command.of(Subscribing.UNSUBSCRIBE), true);
      lane.start(
          lane.name() + suffix.replace(":leave", ":leave-patterns"),
          Command.of(Subscribing.PUNSUBSCRIBE),
          true);
    }
  }

  private boolean hasSubscribed(LaneState lane) {
    for (CallState call : run.calls().all()) {
      if (call.lane.equals(lane.name()) && Subscribing.beginsBy(call.command)) {
        return true;
      }
    }
    return false;
  }

  /** Under RESP2 a subscriber can ask for nothing, so it leaves before each probe. */
  private boolean mustLeaveToAsk() {
    return run.surroundings().settings().protocol() == Protocol.RESP2;
  }

  /** Until every call has ended, or those that have not are overdue. */
  private boolean awaitOpenCalls() {
    if (run.stage().soonState(settling::idle)) {
      return true;
    }
    // Waiting to reconnect, or lost with a connection: only time can end such calls.
    if (run.stage().exclusively(settling::someLackTheirReply)) {
      run.timeIsAsked();
    }
    boolean ended = run.stage().untilState(settling::idle, untilGivenUp());
    for (int more = 0; !ended && untilGivenUp() > 0 && more < MORE_WAITS_MAX; more++) {
      ended = run.stage().untilState(settling::idle, untilGivenUp());
    }
    run.timeIsAskedNoMore();
    return ended;
  }

  /**
   * How long until the last of the open calls is overdue, if but by a nanosecond, and waited for no
   * more; new reads may put it off.
   */
  private long untilGivenUp() {
    History history = Snapshot.of(run, List.of());
    return history.calls().stream()
            .filter(CallHistory::open)
            .filter(call -> !restsInBlock(call))
            .mapToLong(call -> run.givenUpNanos(history, call))
            // What waits behind a call that hangs is not waited for.
            .filter(due -> due != Long.MAX_VALUE)
            .map(due -> due + 1)
            .max()
            .orElse(history.endedNanos())
        - history.endedNanos();
  }

  private boolean restsInBlock(CallHistory call) {
    return run.stage()
        .exclusively(
            () -> run.calls().find(call.label()).filter(settling.blocks()::isAtRest).isPresent());
  }

  /** Rounds in which every lane that has not seen enough asks once, all at the same time. */
  private void probe(int roundsMax) {
    var probers = new ArrayList<Prober>();
    for (int i = 0; i < probersWanted(); i++) {
      LaneState lane = lanes.apply(Lane.at(i));
      if (!run.stage().exclusively(lane::busy)) {
        probers.add(new Prober(lane));
      }
    }
    for (int round = 1; round <= roundsMax && !probers.isEmpty(); round++) {
      for (Prober prober : probers) {
        prober.ask(round);
      }
      settling.settle();
      // Held until all have asked, so that together they use every connection of a pool.
      for (Prober prober : probers) {
        prober.release();
      }
      run.flush();
      settling.settle();
      awaitOpenCalls();
      boolean failed = false;
      for (Prober prober : probers) {
        failed |= prober.failed();
      }
      if (failed) {
        passReconnectDelay();
      }
      probers.removeIf(Prober::done);
    }
  }

  /**
   * A driver that refuses calls until it has reconnected is given its pause before that, and some
   * time for the connection and its handshake.
   */
  private void passReconnectDelay() {
    if (run.subject().variant().can(Capability.RECONNECTS)) {
      run.timeIsAsked();
      run.stage()
          .pass(
              run.surroundings().settings().reconnectDelay().toNanos()
                  + run.timeoutNanos() / HANDSHAKE_PART);
      run.timeIsAskedNoMore();
    }
  }

  private int probersWanted() {
    int lanes = Math.max(run.scenario().settings().lanes(), lanesUsed);
    boolean pooled = run.subject().variant().session() == SessionKind.POOLED;
    return pooled ? Math.max(lanes, run.scenario().settings().poolSize()) : lanes;
  }

  /** One lane's probes. */
  private final class Prober {
    private final LaneState lane;
    private String label = "";
    private int inARow;

    Prober(LaneState lane) {
      this.lane = lane;
    }

    void ask(int round) {
      label = lane.name() + ":probe-" + round;
      run.stage().exclusively(() -> run.server().hold(label));
      if (mustLeaveToAsk() && (round == 1 || inARow == 0)) {
        unsubscribe(lane, ":leave-" + round);
      }
      lane.start(label, Command.of("GET", "probe-" + lane.name() + round), true);
      endBlock(lane, lane.name() + ":end-" + round);
    }

    void release() {
      run.stage().exclusively(() -> run.server().release(label));
    }

    /** Whether the last call ended without an answer. */
    boolean failed() {
      CallState call = call();
      return run.stage().exclusively(() -> call.ended() && !answered(call));
    }

    /** Has seen enough answers, or has a call that does not end. */
    boolean done() {
      CallState call = call();
      if (!run.stage().exclusively(call::ended)) {
        return true;
      }
      inARow = run.stage().exclusively(() -> answered(call)) ? inARow + 1 : 0;
      return inARow >= ANSWERS_IN_A_ROW;
    }

    private CallState call() {
      return run.stage().exclusively(() -> run.calls().find(label).orElseThrow());
    }

    private static boolean answered(CallState call) {
      return call.completions.get(0).outcome() instanceof Outcome.Ok;
    }
  }
}
