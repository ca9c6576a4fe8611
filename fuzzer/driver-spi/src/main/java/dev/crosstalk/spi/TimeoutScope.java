package dev.crosstalk.spi;

/** What a driver's command timeout bounds. */
public enum TimeoutScope {
  /** The whole call, from start to outcome. */
  PER_CALL,
  /** Each read from the socket: every byte that arrives starts the period anew. */
  PER_READ
}
