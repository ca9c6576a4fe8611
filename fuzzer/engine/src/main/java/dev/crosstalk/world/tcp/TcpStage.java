package dev.crosstalk.world.tcp;

import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World.Accepting;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One case over TCP, where what the driver and the kernel do goes on by itself. The server runs on
 * the thread that set the stage, whenever that waits for something.
 */
abstract class TcpStage implements Stage {
  /**
   * How soon a condition is asked again without a change, for what the kernel does not tell us:
   * soon at first, since most waits are short, and ever more seldom.
   */
  private static final long POLL_NANOS_MIN = 1_000_000;

  private static final long POLL_NANOS_MAX = 5_000_000;

  /** How often it is asked again with no wait at all, so that others get on with it. */
  private static final int YIELDS = 4;

  /** How long what should happen at once may take, where that is all there is to go by. */
  static final long SOON_NANOS = 50_000_000;

  private final ReentrantLock lock = new ReentrantLock();

  /** Counts {@link #changed()}, so that none is missed between asking and waiting. */
  private final AtomicLong changes = new AtomicLong();

  private volatile boolean waiting;
  private final long startNanos = System.nanoTime();
  private final Heartbeats heartbeats;
  private final Executor threads;
  private final ServerLoop loop;
  private final LoopbackServer server;
  private volatile Runnable closing = () -> {};

  TcpStage(
      ServerLoop.Selectors selectors,
      Accepting accepting,
      Heartbeats heartbeats,
      Executor threads) {
    this.heartbeats = heartbeats;
    this.threads = threads;
    this.loop = selectors.loop();
    this.server = new LoopbackServer(loop, accepting);
  }

  @Override
  public InetSocketAddress address() {
    return server.address();
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
    changes.incrementAndGet();
    if (waiting) {
      loop.wakeup();
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

  /** Serves, on the true clock, until a condition holds; whether it held within the bound. */
  final boolean await(BooleanSupplier condition, long boundNanos) {
    long deadline = System.nanoTime() + boundNanos;
    long poll = POLL_NANOS_MIN;
    int yields = 0;
    while (true) {
      long seen = changes.get();
      loop.run(0);
      if (condition.getAsBoolean()) {
        return true;
      }
      long left = deadline - System.nanoTime();
      if (left <= 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      if (changes.get() != seen) {
        yields = 0;
      } else if (yields < YIELDS || loop.isLooking()) {
        yields++;
        Thread.yield();
      } else {
        serveFor(Math.min(left, poll), seen);
        poll = Math.min(POLL_NANOS_MAX, poll * 3 / 2);
      }
    }
  }

  /** Serves until there is a change since the one seen last, or for a while. */
  private void serveFor(long nanos, long seen) {
    waiting = true;
    try {
      loop.run(changes.get() == seen ? nanos : 0);
    } finally {
      waiting = false;
    }
  }

  @Override
  public long latenessNanos() {
    return Math.max(loop.latenessNanos(), heartbeats.worstSince(startNanos));
  }

  /** The server's ends of all connections there have been. */
  final Collection<ServerWire> wires() {
    return server.wires();
  }

  /** Where lanes run. */
  final Executor threads() {
    return threads;
  }

  /** What else closing is to do. */
  final void onClose(Runnable task) {
    closing = task;
  }

  @Override
  public void close() {
    closing.run();
    server.close();
    loop.close();
  }
}
