package dev.crosstalk.spi;

/** How an application talks through a driver. */
public enum SessionKind {
  /** Commands go one by one to a connection that the session stays on. */
  DIRECT,
  /** Each command borrows a connection from a pool and gives it back. */
  POOLED,
  /** Commands gather in a block that {@link Block#EXECUTE} runs; the next one begins another. */
  PIPELINE,
  /** Commands go one by one, or wait in a block from MULTI to EXEC or DISCARD. */
  TRANSACTION
}
