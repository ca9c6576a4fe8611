package dev.crosstalk.world.real;

import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World.Accepting;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One case on the true clock. */
final class RealStage implements Stage {
  /**
   * How soon a condition is asked again without a change, for what the kernel does not tell us:
   * soon at first, since most waits are short, and ever more seldom.
   */
  private static final long POLL_NANOS_MIN = 50_000;

  private static final long POLL_NANOS_MAX = 5_000_000;

  /** How long what should happen at once may take. */
  private static final long SOON_NANOS = 50_000_000;

  /** A driver's timers are later than ours by this part of their period, or less. */
  private static final int MARGIN = 20;

  private static final long ALLOWANCE_NANOS = 500_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Counts {@link #changed()}, so that none is missed between asking and waiting. */
  private long changes;

  private final long startNanos = System.nanoTime();
  private final Heartbeats heartbeats;
  private final Executor threads;
  private final Queue<NettyWire> wires = new ConcurrentLinkedQueue<>();
  private final Channel listener;
  private volatile boolean closed;

  RealStage(
      LoopbackTransport transport, Accepting accepting, Heartbeats heartbeats, Executor threads) {
    this.heartbeats = heartbeats;
    this.threads = threads;
    this.listener = transport.listen(accepting, this::opened);
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  @Override
  public long nanos() {
    return System.nanoTime() - startNanos;
  }

  @Override
  public <T> T exclusively(Supplier<T> task) {
    lock.lock();
    try {
      return task.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void changed() {
    lock.lock();
    try {
      changes++;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean settle(BooleanSupplier looksQuiet) {
    return until(looksQuiet, SOON_NANOS);
  }

  @Override
  public boolean soon(BooleanSupplier condition) {
    return until(condition, SOON_NANOS);
  }

  @Override
  public boolean until(BooleanSupplier condition, long boundNanos) {
    long deadline = System.nanoTime() + boundNanos;
    long poll = POLL_NANOS_MIN;
    long seen = exclusively(() -> changes);
    while (!condition.getAsBoolean()) {
      long left = deadline - System.nanoTime();
      if (left <= 0 || !awaitChange(seen, Math.min(left, poll))) {
        return false;
      }
      long now = exclusively(() -> changes);
      poll = now == seen ? Math.min(POLL_NANOS_MAX, poll * 3 / 2) : poll;
      seen = now;
    }
    return true;
  }

  /** Waits for a change since the one seen last, or for a while; false when interrupted. */
  private boolean awaitChange(long seen, long nanos) {
    lock.lock();
    try {
      if (changes == seen) {
        long ignored = changed.awaitNanos(nanos);
      }
      return true;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void pass(long nanos) {
    try {
      Thread.sleep(Duration.ofNanos(nanos + nanos / MARGIN));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public long latenessNanos() {
    return heartbeats.worstSince(startNanos);
  }

  @Override
  public long allowanceNanos() {
    return ALLOWANCE_NANOS;
  }

  @Override
  public LaneThread lane(String name) {
    return new PooledLane(threads);
  }

  private void opened(NettyWire wire) {
    wires.add(wire);
    if (closed) {
      wire.reset();
    }
  }

  /** Connections still open are reset, so that none of them lingers in TIME_WAIT. */
  @Override
  public void close() {
    closed = true;
    listener.close();
    wires.forEach(NettyWire::reset);
  }
}
