package dev.crosstalk.agent;

import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * The thread that is a simulated world. Its lanes are virtual threads whose scheduler is the world:
 * they run mounted on this thread, one at a time, so that nothing here needs to be synchronized.
 *
 * <p>This thread itself must not wait with a timeout: it would wait for real, and then look at a
 * clock that only it can move.
 */
public abstract class WorldThread extends ClockedThread {
  private final Monitors monitors = new Monitors();

  /** Lanes that run a driver's own kind of thread, which it takes for the current one. */
  private final Map<Thread, LaneThread> bodies = new IdentityHashMap<>();

  private final Map<Class<?>, Object> services = new IdentityHashMap<>();

  protected WorldThread(String name) {
    super(name);
  }

  /** The world whose thread carries the caller, or is the caller; else null. */
  public static WorldThread current() {
    return Lanes.carrier() instanceof WorldThread world ? world : null;
  }

  @Override
  protected final boolean isClocked() {
    return true;
  }

  /** Its lanes' parks end by {@link #schedule}, as the JDK asks for. */
  @Override
  protected final boolean parkNanos(Object blocker, long nanos) {
    return false;
  }

  /**
   * Runs a task on this thread, outside any lane, when the clock has moved so far.
   *
   * @param delayNanos zero or less for what is due already
   */
  public abstract Cancel schedule(Runnable task, long delayNanos);

  /** A lane of this world, as {@link Lanes#unstarted} makes them. */
  public abstract Thread unstartedLane(Runnable task, String name);

  /** All chance that code inside this world meets. */
  public abstract Random random();

  /** The locks of rewritten classes. */
  public final Monitors monitors() {
    return monitors;
  }

  /** Forgets locks and threads of lanes that were given up on: for use between two scenarios. */
  public final void forgetLanes() {
    monitors.clear();
    bodies.clear();
  }

  /** This world's own of what the JVM has once. */
  final <T> T service(Class<T> type, Supplier<T> first) {
    return type.cast(services.computeIfAbsent(type, unused -> first.get()));
  }

  final Map<Thread, LaneThread> bodies() {
    return bodies;
  }

  /** Takes a scheduled task back. */
  @FunctionalInterface
  public interface Cancel {

    /** False when the task has begun or was taken back before. */
    boolean cancel();
  }
}
