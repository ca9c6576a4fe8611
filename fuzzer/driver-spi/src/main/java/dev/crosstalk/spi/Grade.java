package dev.crosstalk.spi;

/** How bad a broken invariant is. */
public enum Grade {
  /** No documentation allows it. */
  FORBIDDEN,
  /** No documentation speaks of it, and one may argue: shown, not a finding. */
  ARGUABLE,
  /** The driver's documentation says so: shown in the matrix, not a finding. */
  DOCUMENTED,
  /** Nothing to report. */
  FINE
}
