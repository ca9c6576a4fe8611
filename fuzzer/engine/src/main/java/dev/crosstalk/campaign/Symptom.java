package dev.crosstalk.campaign;

import dev.crosstalk.oracle.Violation;

/**
 * By what violations are held to be the same while a campaign runs: the broken invariant, and for
 * what is garbled the kind of exception; on the wire, where connections have numbers, none. What is
 * not clean is of the kind of what is left: connections, or threads.
 *
 * @param variety 0 for the first finding; the next ones come of cases that lack what the shrunk
 *     findings before them were made of, and so may be of other defects
 */
record Symptom(String invariant, String kind, int variety) {

  /** Of the first variety. */
  Symptom(String invariant, String kind) {
    this(invariant, kind, 0);
  }

  /** Of the first variety. */
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

  /** Whether it is a violation's, of whatever variety. */
  boolean isOf(Violation violation) {
    return of(violation).equals(first());
  }

  Symptom first() {
    return new Symptom(invariant, kind);
  }

  Symptom next() {
    return new Symptom(invariant, kind, variety + 1);
  }

  /** Up to the second colon: {@code garbled: ClassCastException}. */
  private static String kind(String observed) {
    int end = observed.indexOf(':', observed.indexOf(':') + 1);
    return end > 0 ? observed.substring(0, end) : "";
  }
}
