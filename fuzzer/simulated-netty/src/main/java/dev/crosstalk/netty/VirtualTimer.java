package dev.crosstalk.netty;

import dev.crosstalk.spi.VirtualClock;
import io.netty.util.Timeout;
import io.netty.util.Timer;
import io.netty.util.TimerTask;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Netty's timer on a virtual clock, for the simulated world and the fired one alike. Has no wheel,
 * so no ticks, and no thread.
 */
public final class VirtualTimer implements Timer {
  private final VirtualClock clock;
  private volatile boolean stopped;

  public VirtualTimer(VirtualClock clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public Timeout newTimeout(TimerTask task, long delay, TimeUnit unit) {
    if (stopped) {
      throw new IllegalStateException("cannot be started once stopped");
    }
    var timeout = new VirtualTimeout(this, Objects.requireNonNull(task, "task"));
    timeout.scheduled(clock.schedule(Math.max(0, unit.toNanos(delay)), timeout));
    return timeout;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Runs no task any more; which ones were waiting it does not tell. */
  @Override
  public Set<Timeout> stop() {
    stopped = true;
    return Set.of();
  }
}
