package dev.crosstalk.scenario;

/** How the server ends a connection. */
public enum Ending {
  /** FIN: the driver reads what was sent, then the end. */
  CLOSE,
  /** RST: the driver's next read or write fails. */
  RESET
}
