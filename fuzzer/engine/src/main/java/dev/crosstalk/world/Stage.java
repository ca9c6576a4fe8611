package dev.crosstalk.world;

import java.net.InetSocketAddress;
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
   * Waits until a condition holds. It is asked outside {@link #exclusively}, so that it may ask the
   * kernel without holding up the transport; what it reads of shared state it reads in there.
   *
   * @return whether it held within the bound
   */
  boolean until(BooleanSupplier condition, long boundNanos);

  /** {@link #until} for a condition on shared state alone. */
  default boolean untilState(BooleanSupplier condition, long boundNanos) {
    return until(() -> exclusively(condition::getAsBoolean), boundNanos);
  }

  /** Lets the clock run on by so much. */
  void pass(long nanos);

  /**
   * The worst lateness of our own timers and of our server's thread since the stage was set; zero
   * on a virtual clock.
   */
  long latenessNanos();

  /** A new thread for a lane. */
  LaneThread lane(String name);

  /** Ends all connections and gives the address back. */
  @Override
  void close();
}
