package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.Observer;
import dev.crosstalk.spi.VirtualClock;
import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.World.Accepting;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/**
 * One case over TCP whose timeouts are fired. The clock moves as in the simulated world: from alarm
 * to alarm, each with all that it brings about before the next.
 */
final class FiredStage extends TcpStage {
  /** What a fired timeout brings about is given this long where it cannot be seen. */
  private static final long EFFECT_NANOS = 2_000_000;

  /** A lane that sleeps for longer than this waits; else it may load a class, or take a lock. */
  private static final long NAP_NANOS = 10_000_000;

  /** Before the first connection a driver loads all of itself, behind whatever locks. */
  private static final long FIRST_NAP_NANOS = 2_000_000_000L;

  /** Longer than this nothing goes on that ends by itself, however busy the machine. */
  private static final long QUIET_NANOS_MAX = 5_000_000_000L;

  private final Activity activity;
  private volatile Optional<String> disturbance = Optional.empty();

  FiredStage(
      ServerLoop.Selectors selectors,
      Accepting accepting,
      Heartbeats heartbeats,
      Executor threads) {
    super(selectors, accepting, heartbeats, threads);
    this.activity = new Activity(new FiredClock(), wires());
  }

  Activity activity() {
    return activity;
  }

  private FiredClock firedClock() {
    return activity.clock();
  }

  @Override
  public long nanos() {
    return firedClock().nanos();
  }

  @Override
  public Optional<VirtualClock> clock() {
    return Optional.of(firedClock());
  }

  @Override
  public Optional<Observer> observer() {
    return Optional.of(activity);
  }

  @Override
  public Optional<String> disturbance() {
    return disturbance;
  }

  /** What looks quiet is believed only where there is more than can be seen. */
  @Override
  public boolean settle(BooleanSupplier looksQuiet) {
    return awaitQuiet(() -> false, () -> activity.lanesSleep() && looksQuiet.getAsBoolean());
  }

  @Override
  public boolean soon(BooleanSupplier condition) {
    boolean ignored = awaitQuiet(condition, () -> false);
    return condition.getAsBoolean();
  }

  /**
   * Waits until a condition holds, or the case is quiet; false when neither is so in the time that
   * it takes at most.
   */
  private boolean awaitQuiet(BooleanSupplier condition, BooleanSupplier looksQuiet) {
    BooleanSupplier over =
        () ->
            condition.getAsBoolean()
                || (activity.seesAll() ? activity.isQuiet() : looksQuiet.getAsBoolean());
    if (await(over, SOON_NANOS)) {
      return true;
    }
    if (disturbance.isPresent()) {
      return false;
    }
    // What a lane does is seen in any case, and whether it still does: no time is too long for it.
    BooleanSupplier outOfSight = () -> !activity.seesAll() && activity.lanesHaveSlept(napNanos());
    if (!await(() -> over.getAsBoolean() || outOfSight.getAsBoolean(), QUIET_NANOS_MAX)) {
      disturbance = Optional.of("something went on while the clock stood still");
    }
    return over.getAsBoolean();
  }

  private long napNanos() {
    return wires().isEmpty() ? FIRST_NAP_NANOS : NAP_NANOS;
  }

  @Override
  public boolean until(BooleanSupplier condition, long boundNanos) {
    long deadline = nanos() + boundNanos;
    while (!soon(condition)) {
      OptionalLong next = firedClock().next();
      if (boundNanos <= 0) {
        return false;
      }
      if (next.isEmpty() || next.getAsLong() > deadline) {
        firedClock().moveTo(deadline);
        return soon(condition);
      }
      fireNext(next.getAsLong());
    }
    return true;
  }

  @Override
  public boolean clockRuns() {
    return false;
  }

  @Override
  public void pass(long nanos) {
    long deadline = nanos() + nanos;
    for (OptionalLong next = firedClock().next();
        next.isPresent() && next.getAsLong() <= deadline;
        next = firedClock().next()) {
      fireNext(next.getAsLong());
      awaitEffect();
    }
    firedClock().moveTo(deadline);
    changed();
  }

  @Override
  public boolean tick() {
    OptionalLong next = firedClock().next();
    if (next.isEmpty()) {
      return false;
    }
    fireNext(next.getAsLong());
    awaitEffect();
    return true;
  }

  private void awaitEffect() {
    if (activity.seesAll()) {
      boolean ignored = awaitQuiet(() -> false, () -> false);
    } else {
      // So that what it sets next counts from here.
      boolean ignored = await(() -> false, EFFECT_NANOS);
    }
  }

  private void fireNext(long due) {
    firedClock().moveTo(due);
    boolean ignored = firedClock().runOneDue();
    changed();
  }

  /**
   * All of it is asked for, so nothing outlives its time; what our own machine owes is lateness.
   */
  @Override
  public long allowanceNanos() {
    return 0;
  }

  @Override
  public LaneThread lane(String name) {
    var lane = new FiredLane(threads(), activity);
    activity.add(lane);
    return lane;
  }
}
