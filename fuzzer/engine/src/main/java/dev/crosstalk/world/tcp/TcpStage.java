package dev.crosstalk.world.tcp;

import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World.Accepting;
import io.netty.channel.Channel;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One case over TCP, where what the driver and the kernel do goes on by itself. */
abstract class TcpStage implements Stage {
  /**
   * How soon a condition is asked again without a change, for what the kernel does not tell us:
   * soon at first, since most waits are short, and ever more seldom.
   */
  private static final long POLL_NANOS_MIN = 50_000;

  private static final long POLL_NANOS_MAX = 5_000_000;

  /** How long what should happen at once may take, where that is all there is to go by. */
  static final long SOON_NANOS = 50_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();

  /** Counts {@link #changed()}, so that none is missed between asking and waiting. */
  private long changes;

  private final long startNanos = System.nanoTime();
  private final Heartbeats heartbeats;
  private final Executor threads;
  private final Queue<NettyWire> wires = new ConcurrentLinkedQueue<>();
  private final Channel listener;
  private volatile Runnable closing = () -> {};
  private volatile boolean closed;

  TcpStage(
      LoopbackTransport transport, Accepting accepting, Heartbeats heartbeats, Executor threads) {
    this.heartbeats = heartbeats;
    this.threads = threads;
    this.listener = transport.listen(accepting, this::opened);
  }

  @Override
  public InetSocketAddress address() {
    return (InetSocketAddress) listener.localAddress();
  }

  /** Of the true clock. */
  final long realNanos() {
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
    return await(looksQuiet, SOON_NANOS);
  }

  @Override
  public boolean soon(BooleanSupplier condition) {
    return await(condition, SOON_NANOS);
  }

  /** Waits, on the true clock, until a condition holds; whether it held within the bound. */
  final boolean await(BooleanSupplier condition, long boundNanos) {
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
  public long latenessNanos() {
    return heartbeats.worstSince(startNanos);
  }

  /** The server's ends of all connections there have been. */
  final Collection<NettyWire> wires() {
    return wires;
  }

  /** Where lanes run. */
  final Executor threads() {
    return threads;
  }

  /** What else closing is to do. */
  final void onClose(Runnable task) {
    closing = task;
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
    closing.run();
    listener.close();
    wires.forEach(NettyWire::reset);
  }
}
