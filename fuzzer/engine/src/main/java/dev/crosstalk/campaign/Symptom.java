package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Violation;

/**
 * By what violations are held to be the same while a campaign runs: the broken invariant, and for
 * what is garbled the kind of exception; on the wire, where connections have numbers, none. What is
 * not clean is of the kind of what is left: connections, or threads.
 */
record Symptom(String invariant, String kind) {

  static Symptom of(Violation violation) {
    String observed = violation.observed();
    String kind =
        switch (violation.invariant()) {
          case "garbled" -> violation.call().isPresent() ? kind(observed) : "";
          case "clean" -> observed.substring(0, Math.max(0, observed.indexOf(':')));
          default -> "";
        };
    return new Symptom(violation.invariant(), kind);
  }

  /** Up to the second colon: {@code garbled: ClassCastException}. */
  private static String kind(String observed) {
    int end = observed.indexOf(':', observed.indexOf(':') + 1);
    return end > 0 ? observed.substring(0, end) : "";
  }
}
