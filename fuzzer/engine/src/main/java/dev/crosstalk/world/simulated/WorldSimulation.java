package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation;
import java.net.InetSocketAddress;

/** A world as drivers see it. */
record WorldSimulation(SimulatedWorld world) implements Simulation {
  /** Of so many moments at which a thread may lose its processor, it does in one. */
  private static final int PAUSES_ONE_IN = 4;

  @Override
  public long nanos() {
    return world.clock().nanos();
  }

  @Override
  public Due schedule(long delayNanos, Runnable task) {
    var alarm = new Alarm(task);
    world.clock().set(alarm, nanos() + delayNanos);
    return () -> world.clock().unset(alarm);
  }

  @Override
  public boolean isInside() {
    return SimulatedWorld.current() == world;
  }

  @Override
  public void execute(Runnable task) {
    world.turns().add(task);
  }

  @Override
  public void pause() {
    if (Thread.currentThread().isVirtual() && world.turns().choose(PAUSES_ONE_IN) == 1) {
      Thread.yield();
    }
  }

  @Override
  public Thread thread(String name, Runnable task) {
    return world.threads().unstarted(name, task);
  }

  @Override
  public Link connect(InetSocketAddress address, Receiver receiver) {
    return world.connect(address, receiver);
  }
}
