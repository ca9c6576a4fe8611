package dev.crosstalk.world.tcp;

import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.Sockets;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketImpl;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The world of fired timeouts: loopback TCP and platform threads as in the real one, but a clock
 * that only steps move. A blocked read of a {@link java.net.Socket} ends in its timeout when that
 * clock says so; what else a driver has of timers it takes from the clock it is given.
 */
public final class FiredWorld implements World {
  private final ServerLoop.Selectors selectors = new ServerLoop.Selectors();
  private final Heartbeats heartbeats = new Heartbeats();
  private final Map<SocketAddress, Activity> activities = new ConcurrentHashMap<>();
  private final Sockets.Maker sockets = this::socket;
  private final ExecutorService threads = Executors.newCachedThreadPool(FiredThread::new);

  public FiredWorld() {
    Sockets.add(sockets);
  }

  @Override
  public WorldKind kind() {
    return WorldKind.FIRED;
  }

  /** Nominal: nobody waits for it to pass. */
  @Override
  public Duration scaled(Duration nominal, Duration timeout) {
    return nominal;
  }

  @Override
  public Stage open(Accepting accepting, Choices choices) {
    var stage = new FiredStage(selectors, accepting, heartbeats, threads);
    activities.put(stage.address(), stage.activity());
    stage.onClose(
        () -> {
          activities.remove(stage.address());
          stage.activity().end();
        });
    return stage;
  }

  /** Lanes of simulated worlds are virtual threads, ours are not. */
  private Optional<SocketImpl> socket() {
    return Thread.currentThread().isVirtual()
        ? Optional.empty()
        : Optional.of(new FiredSocket(this::activityAt));
  }

  private Optional<Activity> activityAt(InetSocketAddress address) {
    return Optional.ofNullable(activities.get(address));
  }

  @Override
  public void close() {
    Sockets.remove(sockets);
    threads.shutdown();
    heartbeats.close();
    selectors.close();
  }
}
