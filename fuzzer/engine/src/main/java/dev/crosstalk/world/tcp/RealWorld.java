package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The world with the true clock: loopback TCP, platform threads, and timeouts that are waited for.
 * Nominal durations shrink so that a command timeout takes {@link #TIMEOUT}.
 */
public final class RealWorld implements World {

  /** Shorter ones fire by themselves on a busy machine; see the measurements in the docs. */
  public static final Duration TIMEOUT = Duration.ofMillis(100);

  private final ServerLoop.Selectors selectors = new ServerLoop.Selectors();
  private final Heartbeats heartbeats = new Heartbeats();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          Thread.ofPlatform().daemon().name("crosstalk-lane-", 0).factory());

  @Override
  public WorldKind kind() {
    return WorldKind.REAL;
  }

  @Override
  public Duration scaled(Duration nominal, Duration timeout) {
    double factor = (double) TIMEOUT.toNanos() / timeout.toNanos();
    long nanos = Math.round(nominal.toNanos() * factor);
    return Duration.ofMillis(Math.max(nominal.isZero() ? 0 : 1, nanos / 1_000_000));
  }

  @Override
  public Stage open(Accepting accepting, Choices choices) {
    return new RealStage(selectors, accepting, heartbeats, threads);
  }

  @Override
  public void close() {
    threads.shutdown();
    heartbeats.close();
    selectors.close();
  }
}
