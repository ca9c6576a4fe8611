package dev.crosstalk.replay;

import dev.crosstalk.history.History;
import dev.crosstalk.history.LazyText;
import dev.crosstalk.history.Subject;
import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs a scenario once. */
public final class Replay {
  /** Closing may wait for what it ends; for longer than so many timeouts it hangs. */
  private static final int CLOSE_TIMEOUTS_MAX = 20;

  private Replay() {}

  /**
   * Runs a scenario against a driver in a world, up to the end of its healing, and closes all.
   *
   * @param subject which driver, in which variant; must be what {@code driver} declares
   * @return what happened; the wire log has been checked against itself
   * @throws FuzzerDefect when something of ours went wrong; the case then says nothing
   */
  public static History run(Subject subject, Driver driver, Scenario scenario, World world) {
    return run(subject, driver, scenario, world, Patience.FULL);
  }

  /** The same, with as much patience as is asked for. */
  public static History run(
      Subject subject, Driver driver, Scenario scenario, World world, Patience patience) {
    try (var run = new Case(subject, driver, scenario, world, patience)) {
      var sessions = new Sessions(run);
      try {
        History history = run(run, sessions);
        run.requireNoDefect();
        WireCheck.requireConsistent(history);
        boolean closed = close(run, sessions);
        List<Integer> leftOpen = closed ? leftOpen(run) : List.of();
        ThreadsLeft threadsLeft = closed ? threadsLeft(run, sessions) : ThreadsLeft.UNKNOWN;
        run.requireNoDefect();
        return history.leaving(leftOpen, threadsLeft);
      } finally {
        close(run, sessions);
      }
    }
  }

  private static History run(Case run, Sessions sessions) {
    Map<Lane, LaneState> lanes = new TreeMap<>();
    for (Step step : run.scenario().steps()) {
      if (step instanceof Step.ClientStep ours) {
        lanes.computeIfAbsent(ours.lane(), lane -> new LaneState(run, sessions, lane.toString()));
      }
    }
    var settling = new Settling(run, lanes.values());
    var steps = new StepRunner(run, lanes, sessions, settling);
    steps.runAll();
    var healing =
        new Healing(
            run,
            lane -> lanes.computeIfAbsent(lane, l -> new LaneState(run, sessions, l.toString())),
            settling);
    steps.record(LazyText.of("healing"), () -> healing.heal(lanes));
    return Snapshot.ofAll(run, steps.done());
  }

  /** What is open when all is closed. */
  private static List<Integer> leftOpen(Case run) {
    run.stage().untilState(() -> open(run).isEmpty(), CLOSE_TIMEOUTS_MAX * run.timeoutNanos());
    return run.stage().exclusively(() -> open(run));
  }

  /** Of clients that come and go, where a step of the scenario has had one go. */
  private static ThreadsLeft threadsLeft(Case run, Sessions sessions) {
    boolean known = run.stage().driverThreads().isPresent();
    return known && sessions.clientsClosed() > 0
        ? ClosingRounds.threadsLeft(run)
        : ThreadsLeft.UNKNOWN;
  }

  private static List<Integer> open(Case run) {
    var open = new ArrayList<Integer>(0);
    for (CasePeer peer : run.peers()) {
      if (!peer.isEnded()) {
        open.add(peer.id());
      }
    }
    return open;
  }

  /** On a thread of its own and bounded: a driver may never come back from being closed. */
  static boolean close(Case run, Sessions sessions) {
    boolean[] closed = {false};
    run.stage()
        .lane("close")
        .run(
            () -> {
              sessions.close();
              run.stage().exclusively(() -> closed[0] = true);
              run.stage().changed();
            });
    return run.stage().untilState(() -> closed[0], CLOSE_TIMEOUTS_MAX * run.timeoutNanos());
  }
}
