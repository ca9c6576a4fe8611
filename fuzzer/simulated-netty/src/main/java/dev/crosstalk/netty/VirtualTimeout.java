package dev.crosstalk.netty;

import dev.crosstalk.spi.VirtualClock;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import io.netty.util.internal.logging.InternalLogger;
import io.netty.util.internal.logging.InternalLoggerFactory;
import java.util.concurrent.atomic.AtomicReference;

/** One task of a {@link VirtualTimer}: runs once or is cancelled, whichever comes first. */
final class VirtualTimeout implements Timeout, Runnable {
  private static final InternalLogger LOG = InternalLoggerFactory.getInstance(VirtualTimeout.class);

  private enum State {
    WAITING,
    EXPIRED,
    CANCELLED
  }

  private final VirtualTimer timer;
  private final TimerTask task;
  private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
  private volatile VirtualClock.Due due = () -> false;

  VirtualTimeout(VirtualTimer timer, TimerTask task) {
    this.timer = timer;
    this.task = task;
  }

  void scheduled(VirtualClock.Due scheduled) {
    due = scheduled;
  }

  @Override
  public void run() {
    if (timer.isStopped() || !state.compareAndSet(State.WAITING, State.EXPIRED)) {
      return;
    }
    try {
      task.run(this);
    } catch (Throwable failure) {
      // Where Netty's own timer leaves it, too.
      LOG.warn("An exception was thrown by TimerTask.", failure);
    }
  }

  @Override
  public boolean cancel() {
    if (!state.compareAndSet(State.WAITING, State.CANCELLED)) {
      return false;
    }
    due.cancel();
    return true;
  }

  @Override
  public Timer timer() {
    return timer;
  }

  @Override
  public TimerTask task() {
    return task;
  }

  @Override
  public boolean isExpired() {
    return state.get() == State.EXPIRED;
  }

  @Override
  public boolean isCancelled() {
    return state.get() == State.CANCELLED;
  }
}
