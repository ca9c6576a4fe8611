package dev.crosstalk.agent;

/** What a class can be rewritten to take from its world. */
public enum Feature {
  /** The time. Without it a timed wait ends on the virtual clock and then looks at the real one. */
  CLOCK,
  /**
   * The time of worlds alone, in place of {@link #CLOCK}: for what hands tasks to other threads.
   */
  WORLD_CLOCK,
  /** Threads: those asked of a factory, made by {@code new Thread}, or of subclasses. */
  THREADS,
  /** {@link Math#random} and random UUIDs; the agent itself sees to the JDK's other generators. */
  RANDOM,
  /** What the JVM has once for all that run in it: the platform's MBean server. */
  SERVICES,
  /** Locks and {@link Object#wait()}. */
  MONITORS
}
