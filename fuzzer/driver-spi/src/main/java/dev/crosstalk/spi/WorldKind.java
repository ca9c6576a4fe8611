package dev.crosstalk.spi;

import java.util.Locale;

/** The kinds of worlds that scenarios run in. */
public enum WorldKind {
  /** In memory, on a virtual clock, one interleaving per seed: see {@link Simulation}. */
  SIMULATED,
  /** TCP on loopback, the timeouts fired by the steps of the scenario: see {@link VirtualClock}. */
  FIRED,
  /** TCP on loopback and the true clock. Every driver runs there. */
  REAL;

  /** Lower case, as the command line and histories say it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
