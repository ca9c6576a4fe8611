package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.VirtualClock;
import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.World.Accepting;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** One case over TCP whose timeouts are fired. */
final class FiredStage extends TcpStage {
  /** What a fired timeout brings about is given this long before the clock moves on. */
  private static final long EFFECT_NANOS = 2_000_000;

  private final FiredClock clock;
  private final Queue<FiredLane> lanes = new ConcurrentLinkedQueue<>();

  FiredStage(
      LoopbackTransport transport,
      Accepting accepting,
      Heartbeats heartbeats,
      Executor threads,
      FiredClock clock) {
    super(transport, accepting, heartbeats, threads);
    this.clock = clock;
  }

  FiredClock firedClock() {
    return clock;
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }

  @Override
  public Optional<VirtualClock> clock() {
    return Optional.of(clock);
  }

  /**
   * The clock moves from alarm to alarm, each with its effects, while nothing else ends the wait.
   */
  @Override
  public boolean until(BooleanSupplier condition, long boundNanos) {
    long deadline = clock.nanos() + boundNanos;
    while (!soon(condition)) {
      if (boundNanos <= 0) {
        return false;
      }
      OptionalLong next = clock.next();
      if (next.isEmpty() || next.getAsLong() > deadline) {
        moveTo(deadline);
        return soon(condition);
      }
      moveTo(next.getAsLong());
    }
    return true;
  }

  @Override
  public boolean clockRuns() {
    return false;
  }

  @Override
  public void pass(long nanos) {
    long deadline = clock.nanos() + nanos;
    for (OptionalLong next = clock.next();
        next.isPresent() && next.getAsLong() <= deadline;
        next = clock.next()) {
      moveTo(next.getAsLong());
      if (next.getAsLong() < deadline) {
        // So that what it sets next counts from here.
        boolean ignored = await(() -> false, EFFECT_NANOS);
      }
    }
    moveTo(deadline);
  }

  private void moveTo(long nanos) {
    clock.moveTo(nanos);
    clock.takeDue().forEach(Runnable::run);
    lanes.forEach(FiredLane::lookAtTheClock);
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
    var lane = new FiredLane(new PooledLane(threads()));
    lanes.add(lane);
    return lane;
  }
}
