package dev.crosstalk.bench;

import dev.crosstalk.scenario.Cut;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.scenario.Lane;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.spi.SessionKind;
import java.util.Optional;

/** The cases that are timed: the same for each driver, as far as its kind of session allows. */
public final class BenchCases {
  /** A lane's calls, where several lanes have some. */
  private static final int ROUNDS = 4;

  /** The round in which the last lane's call times out. */
  private static final int EXPIRING_ROUND = 2;

  /** A pipeline's calls between two ends of a block. */
  private static final int BLOCK = 10;

  private BenchCases() {}

  /**
   * Ten calls on one lane, of which one times out with its reply torn, and the connection ends with
   * it: one reconnect, whether or not the driver gives up a connection after a timeout (two of a
   * pool that has put another in its place by then); on more lanes four calls each, interleaved, of
   * which one times out.
   */
  public static Scenario ofLanes(int lanes, SessionKind session) {
    return lanes == 1 ? alone(session) : interleaved(lanes, session);
  }

  /** How many calls time out in such a case; in a pipeline that which ends the block as well. */
  public static int timeouts(SessionKind session) {
    return session == SessionKind.PIPELINE ? 2 : 1;
  }

  private static Scenario alone(SessionKind session) {
    var script = new Script(session);
    var lane = script.lane(0);
    lane.callsAnswered(4);
    lane.call();
    lane.execute();
    script.add(tear(lane, Optional.empty()));
    script.add(new Step.Expire());
    script.add(new Step.End(Lane.at(0), Ending.CLOSE, false));
    lane.callsAnswered(5);
    return script.scenario();
  }

  /** In each round all lanes call, and then all get their replies, but for the one that waits. */
  private static Scenario interleaved(int lanes, SessionKind session) {
    var script = new Script(session);
    for (int round = 1; round <= ROUNDS; round++) {
      for (int lane = 0; lane < lanes; lane++) {
        script.lane(lane).call();
        script.lane(lane).execute();
      }
      boolean expires = round == EXPIRING_ROUND;
      for (int lane = 0; lane < (expires ? lanes - 1 : lanes); lane++) {
        script.lane(lane).await();
      }
      if (expires) {
        script.add(new Step.Expire());
      }
    }
    return script.scenario();
  }

  /** So many calls on one lane, each answered. */
  public static Scenario ofLength(int calls, SessionKind session) {
    var script = new Script(session);
    for (int left = calls; left > 0; left -= BLOCK) {
      script.lane(0).callsAnswered(Math.min(left, BLOCK));
    }
    return script.scenario();
  }

  /**
   * Twenty steps that show a crossed reply where one outlives its timeout or its connection, with
   * much that has nothing to do with it.
   */
  public static Scenario toShrink() {
    var script = new Script(SessionKind.DIRECT);
    var lane = script.lane(0);
    lane.callsAnswered(4);
    lane.call();
    script.add(new Step.Expire());
    script.add(new Step.Release(lane.latest(), false));
    lane.callsAnswered(1);
    lane.call();
    script.add(tear(lane, Optional.of(Ending.CLOSE)));
    lane.callsAnswered(2);
    lane.call();
    return script.scenario();
  }

  private static Step tear(Script.Caller lane, Optional<Ending> then) {
    return new Step.Tear(lane.latest(), new Cut.BeforeEnd(1), then, false);
  }
}
