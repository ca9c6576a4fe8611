package dev.crosstalk.spi;

/** What executing a command twice means. */
public enum CommandClass {
  READS,
  WRITES
}
