package dev.crosstalk.agent;

/**
 * A platform thread that goes by a virtual clock, and so does whatever it carries: the thread of a
 * simulated world, or one whose timed waits somebody fires.
 */
public abstract class ClockedThread extends Thread {

  protected ClockedThread(String name) {
    super(name);
  }

  protected ClockedThread(Runnable task, String name) {
    super(task, name);
  }

  /** The thread that carries the caller, or is the caller, if it has such a clock; else null. */
  public static ClockedThread current() {
    return Lanes.carrier() instanceof ClockedThread thread && thread.isClocked() ? thread : null;
  }

  /** Whether it goes by its clock at present. */
  protected abstract boolean isClocked();

  /**
   * The virtual time, from an origin of its own, as {@link System#nanoTime} has one. Never zero,
   * which some of the JDK's waits take for not set.
   */
  public abstract long nanoTime();

  /** The virtual time of day, in milliseconds since 1970. */
  public abstract long currentTimeMillis();

  /**
   * Parks the caller, which is this thread, until it is unparked or interrupted or its clock has
   * moved so far.
   *
   * @return false when that is left to the JDK
   */
  protected abstract boolean parkNanos(Object blocker, long nanos);

  /** This thread, while it goes by its clock, is about to start another one. */
  protected void starts(Thread other) {}
}
