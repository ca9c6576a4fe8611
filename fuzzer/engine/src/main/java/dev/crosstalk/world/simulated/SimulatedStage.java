package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.VirtualClock;
import dev.crosstalk.world.LaneThread;
import dev.crosstalk.world.NeverQuietException;
import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Stage;
import dev.crosstalk.world.World.Accepting;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One case in a simulated world. All of it runs on the world's thread. */
final class SimulatedStage implements Stage {
  /** Steps that follow each other at once let this many turns pass in between, or fewer. */
  private static final int TURNS_BETWEEN_MAX = 8;

  private final SimulatedWorld world;
  private final Accepting accepting;
  private final InetSocketAddress address;
  private final long startNanos;
  private final List<SimulatedConnection> connections = new ArrayList<>();
  private final List<SimulatedLane> lanes = new ArrayList<>();
  private final int foreignBefore;
  private long changes;

  SimulatedStage(SimulatedWorld world, Accepting accepting, InetSocketAddress address) {
    this.world = world;
    this.accepting = accepting;
    this.address = address;
    this.startNanos = world.clock().nanos();
    this.foreignBefore = world.threads().foreign();
  }

  Turns turns() {
    return world.turns();
  }

  Peer accepted(SimulatedConnection connection) {
    return accepting.accepted(connection);
  }

  /** The driver connects; in a later turn the server accepts. */
  SimulatedConnection connect(Simulation.Receiver receiver) {
    var connection = new SimulatedConnection(this, receiver);
    connections.add(connection);
    turns().add(connection::accept);
    return connection;
  }

  @Override
  public InetSocketAddress address() {
    return address;
  }

  @Override
  public Optional<VirtualClock> clock() {
    return Optional.of(world.simulation());
  }

  @Override
  public Optional<Simulation> simulation() {
    return Optional.of(world.simulation());
  }

  @Override
  public long nanos() {
    return world.clock().nanos() - startNanos;
  }

  @Override
  public <T> T exclusively(Supplier<T> task) {
    return task.get();
  }

  @Override
  public void exclusively(Runnable task) {
    task.run();
  }

  @Override
  public void changed() {
    changes++;
  }

  /** Quiet is when nothing is left that could run: no need to look. */
  @Override
  public boolean settle(BooleanSupplier looksQuiet) {
    world.runAll();
    return true;
  }

  @Override
  public void proceed() {
    int turns = world.turns().choose(TURNS_BETWEEN_MAX + 1);
    while (turns > 0 && world.runOne()) {
      turns--;
    }
  }

  @Override
  public boolean soon(BooleanSupplier condition) {
    long seen = -1;
    do {
      if (changes != seen) {
        seen = changes;
        if (condition.getAsBoolean()) {
          return true;
        }
      }
    } while (world.runOne());
    return changes != seen && condition.getAsBoolean();
  }

  @Override
  public boolean soonState(BooleanSupplier condition) {
    return soon(condition);
  }

  @Override
  public boolean untilState(BooleanSupplier condition, long boundNanos) {
    return until(condition, boundNanos);
  }

  /** When nothing runs and no alarm is set, waiting longer changes nothing. */
  @Override
  public boolean until(BooleanSupplier condition, long boundNanos) {
    long deadline = world.clock().nanos() + boundNanos;
    while (!soon(condition)) {
      OptionalLong next = world.clock().next();
      if (next.isEmpty() || boundNanos <= 0) {
        return false;
      }
      if (next.getAsLong() > deadline) {
        world.clock().moveTo(deadline);
        return false;
      }
      world.ringNext();
    }
    return true;
  }

  @Override
  public void pass(long nanos) {
    long deadline = world.clock().nanos() + nanos;
    world.runAll();
    for (OptionalLong next = world.clock().next();
        next.isPresent() && next.getAsLong() <= deadline;
        next = world.clock().next()) {
      world.ringNext();
      world.runAll();
    }
    world.clock().moveTo(deadline);
  }

  @Override
  public boolean tick() {
    world.runAll();
    if (world.clock().next().isEmpty()) {
      return false;
    }
    world.ringNext();
    world.runAll();
    return true;
  }

  @Override
  public boolean clockRuns() {
    return false;
  }

  @Override
  public long latenessNanos() {
    return 0;
  }

  @Override
  public long allowanceNanos() {
    return 0;
  }

  @Override
  public Optional<List<String>> stackIfDead(LaneThread lane) {
    boolean dead = world.isQuiet() && world.clock().alarms() == 0;
    return dead ? Optional.of(((SimulatedLane) lane).stack()) : Optional.empty();
  }

  @Override
  public Optional<String> disturbance() {
    int woken = world.threads().foreign() - foreignBefore;
    return woken == 0
        ? Optional.empty()
        : Optional.of(woken + " times a thread was woken from outside of the world");
  }

  @Override
  public Optional<List<Thread>> driverThreads() {
    return Optional.of(world.threads().ofTheDriver());
  }

  @Override
  public LaneThread lane(String name) {
    var lane = new SimulatedLane(world.threads(), name);
    lanes.add(lane);
    return lane;
  }

  @Override
  public void close() {
    connections.forEach(SimulatedConnection::reset);
    lanes.forEach(SimulatedLane::end);
    try {
      world.runAll();
    } catch (NeverQuietException spins) {
      // Said already, by the step that met it first.
    }
    world.stageClosed();
  }
}
