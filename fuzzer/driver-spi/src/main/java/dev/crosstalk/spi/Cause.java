package dev.crosstalk.spi;

/** Why a driver would send a command again. */
public enum Cause {
  /** It was never written. */
  UNSENT,
  /** Its answer did not come in time. */
  TIMED_OUT,
  /** The connection ended while its answer was owed. */
  CONNECTION_LOST
}
