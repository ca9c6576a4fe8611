package dev.crosstalk.world.tcp;

import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.World.Accepting;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** One case on the true clock. */
final class RealStage extends TcpStage {
  /** A driver's timers are later than ours by this part of their period, or less. */
  private static final int MARGIN = 20;

  private static final long ALLOWANCE_NANOS = 500_000_000;

  RealStage(
      ServerLoop.Selectors selectors,
      Accepting accepting,
      Heartbeats heartbeats,
      Executor threads) {
    super(selectors, accepting, heartbeats, threads);
  }

  @Override
  public long nanos() {
    return realNanos();
  }

  @Override
  public boolean until(BooleanSupplier condition, long boundNanos) {
    return await(condition, boundNanos);
  }

  @Override
  public boolean clockRuns() {
    return true;
  }

  @Override
  public void pass(long nanos) {
    boolean ignored = await(() -> false, nanos + nanos / MARGIN);
  }

  @Override
  public long allowanceNanos() {
    return ALLOWANCE_NANOS;
  }

  @Override
  public LaneThread lane(String name) {
    return new PooledLane(threads());
  }
}
