package dev.crosstalk.spi;

/** Who uses a session. */
public enum Sharing {
  /** Not thread-safe: a session for each lane. */
  LANE,
  /** Thread-safe by the driver's own word: one session for all lanes. */
  SHARED
}
