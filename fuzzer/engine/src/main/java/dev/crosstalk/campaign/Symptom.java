package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Violation;

/**
 * By what violations are held to be the same while a campaign runs: the broken invariant, and for
 * what is garbled the kind of exception.
 */
record Symptom(String invariant, String kind) {

  static Symptom of(Violation violation) {
    String observed = violation.observed();
    boolean hasKind = violation.invariant().equals("garbled");
    int end = observed.indexOf(':', observed.indexOf(':') + 1);
    return new Symptom(violation.invariant(), hasKind && end > 0 ? observed.substring(0, end) : "");
  }
}
