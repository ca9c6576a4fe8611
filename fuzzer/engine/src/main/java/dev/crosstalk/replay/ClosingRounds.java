package dev.crosstalk.replay;

import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.world.NeverQuietException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Goes on with a case that is over and has closed its clients: opens more of them, one after the
 * other, asks each one thing and closes it, and counts the driver's threads. Ends at the first that
 * leaves none behind, so that a driver pays for this only while it looks guilty.
 *
 * <p>What all clients of a process share may be left: one thread that was begun by the first, or a
 * pool that gets a thread with each of the first clients, until it is full. Hence as many rounds as
 * no such pool has threads. A thread that ends itself when idle may take the time it needs.
 */
final class ClosingRounds {
  /** The idle threads of the JDK's pools end after 60 s. */
  private static final long KEPT_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(120);

  /** Who waits in shorter steps than this allows for is not given all that time, nor judged. */
  private static final int ALARMS_MAX = 1_000_000;

  /** Pools that a process has once are sized by its processors: by two threads each, at most. */
  private static final int CLIENTS_EACH_PROCESSOR = 3;

  private static final int ANSWER_TIMEOUTS_MAX = 2;

  private final Case run;
  private int clients;

  private ClosingRounds(Case run) {
    this.run = run;
  }

  /** When all is closed. What happens here is in no history but by what this returns. */
  static ThreadsLeft threadsLeft(Case run) {
    var rounds = new ClosingRounds(run);
    try {
      return rounds.count() == 0 ? ThreadsLeft.UNKNOWN : rounds.growth();
    } catch (NeverQuietException spins) {
      return ThreadsLeft.UNKNOWN;
    }
  }

  private ThreadsLeft growth() {
    // Before time passes, which may take more: mostly there is a thread that all clients share.
    if (!grow(1) || !letIdleThreadsEnd()) {
      return ThreadsLeft.UNKNOWN;
    }
    int before = count();
    int enough =
        Math.max(
            ThreadsLeft.CLIENTS_MIN,
            CLIENTS_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors());
    if (before == 0 || !grow(enough) || !letIdleThreadsEnd()) {
      return ThreadsLeft.UNKNOWN;
    }
    List<Thread> left = threads();
    return left.size() < before + enough || run.stage().disturbance().isPresent()
        ? ThreadsLeft.UNKNOWN
        : new ThreadsLeft(enough, left.size() - before, stack(left.getLast()));
  }

  /** So many clients come and go; false once one of them fails, or leaves no thread. */
  private boolean grow(int rounds) {
    int before = count();
    for (int round = 1; round <= rounds; round++) {
      if (!comesAndGoes() || count() < before + round) {
        return false;
      }
    }
    return true;
  }

  private boolean comesAndGoes() {
    var sessions = new Sessions(run);
    var lane = new LaneState(run, sessions, "client-" + ++clients);
    String label = lane.name() + ":1";
    lane.start(label, Command.of("GET", lane.name()), true);
    if (run.stage().exclusively(lane.block()::isOpen)) {
      boolean pipeline = run.subject().variant().session() == SessionKind.PIPELINE;
      lane.start(lane.name() + ":end", Command.of(pipeline ? Block.EXECUTE : Block.EXEC), true);
    }
    boolean answered =
        run.stage().untilState(() -> isAnswered(label), ANSWER_TIMEOUTS_MAX * run.timeoutNanos());
    return Replay.close(run, sessions) && answered;
  }

  private boolean isAnswered(String label) {
    CallState call = run.calls().find(label).orElseThrow();
    return call.ended() && call.completions.getFirst().outcome() instanceof Outcome.Ok;
  }

  private boolean letIdleThreadsEnd() {
    long until =
        run.stage().nanos() + KEPT_ALIVE_NANOS + run.subject().variant().ownDelayMax().toNanos();
    for (int alarms = 0; alarms < ALARMS_MAX; alarms++) {
      if (run.stage().nanos() >= until || !run.stage().tick()) {
        return true;
      }
    }
    return false;
  }

  private int count() {
    return threads().size();
  }

  private List<Thread> threads() {
    boolean ignored = run.stage().settle(() -> true);
    return run.stage().driverThreads().orElse(List.of());
  }

  private static List<String> stack(Thread thread) {
    return List.of(thread.getStackTrace()).stream().map(StackTraceElement::toString).toList();
  }
}
