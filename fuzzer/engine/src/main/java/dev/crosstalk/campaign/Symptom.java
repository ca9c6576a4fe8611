package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Violation;

/**
 * By what violations are held to be the same while a campaign runs: the broken invariant, and for
 * what is garbled the kind of exception; on the wire, where connections have numbers, none.
 */
record Symptom(String invariant, String kind) {

  static Symptom of(Violation violation) {
    boolean hasKind = violation.invariant().equals("garbled") && violation.call().isPresent();
    return new Symptom(violation.invariant(), hasKind ? kind(violation.observed()) : "");
  }

  /** Up to the second colon: {@code garbled: ClassCastException}. */
  private static String kind(String observed) {
    int end = observed.indexOf(':', observed.indexOf(':') + 1);
    return end > 0 ? observed.substring(0, end) : "";
  }
}
