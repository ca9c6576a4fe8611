package dev.crosstalk.world;

import dev.crosstalk.spi.Observer;
import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.VirtualClock;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Where one case runs. State that lanes, transport and the replay share is touched only inside
 * {@link #exclusively}, and every change to it is followed by {@link #changed}.
 */
public interface Stage extends AutoCloseable {

  /** Where the driver finds the server; no other case has this address. */
  InetSocketAddress address();

  /** The world's clock, since the stage was set. */
  long nanos();

  /** Runs one short task at a time; never one that waits. */
  <T> T exclusively(Supplier<T> task);

  /** {@link #exclusively(Supplier)} for what has no result. */
  default void exclusively(Runnable task) {
    exclusively(
        () -> {
          task.run();
          return null;
        });
  }

  /** Something changed that a {@link #until} may wait for. */
  void changed();

  /**
   * Lets the case run until it is quiet, while the clock stands still. A world that sees all there
   * is knows when that is; any other goes by what it looks like, and gives up after a while.
   *
   * @param looksQuiet asked outside {@link #exclusively}, so that it may ask the kernel without
   *     holding up the transport; what it reads of shared state it reads in there
   * @return whether it became quiet
   */
  boolean settle(BooleanSupplier looksQuiet);

  /**
   * Lets the case run a little, as far as its choices say, while the clock stands still. A world
   * that runs by itself does so anyway.
   */
  default void proceed() {}

  /**
   * Lets the case run until a condition holds or it is quiet, while the clock stands still.
   *
   * @param condition asked as by {@link #settle}
   * @return whether it held
   */
  boolean soon(BooleanSupplier condition);

  /**
   * Lets the case run, and the clock where it must, until a condition holds.
   *
   * @param condition asked as by {@link #settle}
   * @return whether it held within the bound
   */
  boolean until(BooleanSupplier condition, long boundNanos);

  /** {@link #soon} for a condition on shared state alone. */
  default boolean soonState(BooleanSupplier condition) {
    return soon(() -> exclusively(condition::getAsBoolean));
  }

  /** {@link #until} for a condition on shared state alone. */
  default boolean untilState(BooleanSupplier condition, long boundNanos) {
    return until(() -> exclusively(condition::getAsBoolean), boundNanos);
  }

  /** Whether the clock goes on while nobody moves it; then timeouts come that no step asked for. */
  boolean clockRuns();

  /**
   * Lets the clock run to the timer that is due next, and what it brings about happen.
   *
   * @return false where no timer is set, and in a world whose clock is not ours
   */
  default boolean tick() {
    return false;
  }

  /** Lets the clock run on by so much, and what is due by then happen. */
  void pass(long nanos);

  /**
   * The worst lateness of our own timers and of our server's thread since the stage was set; zero
   * on a virtual clock.
   */
  long latenessNanos();

  /** By how much a call may outlive its timeout, lateness apart; zero on a clock that is ours. */
  long allowanceNanos();

  /** What went on in this case that no step asked for, so that it says nothing; mostly empty. */
  default Optional<String> disturbance() {
    return Optional.empty();
  }

  /** What the driver's timers are to go by; empty where that is the true clock. */
  default Optional<VirtualClock> clock() {
    return Optional.empty();
  }

  /** The simulated world as drivers see it, where it is that. */
  default Optional<Simulation> simulation() {
    return Optional.empty();
  }

  /** Who wants to know of the driver's own threads and connections. */
  default Optional<Observer> observer() {
    return Optional.empty();
  }

  /**
   * Where the task of a lane waits, innermost frame first, when nothing can happen any more: nobody
   * runs, no timer is armed, no byte is on its way.
   *
   * @return empty where something still can, and in a world that cannot tell
   */
  default Optional<List<String>> stackIfDead(LaneThread lane) {
    return Optional.empty();
  }

  /**
   * The threads that the driver has started in this case and that have not ended, in the order in
   * which they began; empty in a world that does not know each of them.
   */
  default Optional<List<Thread>> driverThreads() {
    return Optional.empty();
  }

  /** A new thread for a lane. */
  LaneThread lane(String name);

  /** Ends all connections and gives the address back. */
  @Override
  void close();
}
