package dev.crosstalk.campaign;

/** How often replays of one scenario showed the same symptom: hits of so many. */
public record HitRate(int hits, int of) {
  /** As many replays confirm a finding. */
  public static final int CONFIRMATIONS = 10;

  /** Below this many hits of ten a violation is counted, not reported. */
  public static final int REPORTED_FROM = 2;

  public boolean reported() {
    return hits >= REPORTED_FROM;
  }

  public boolean flaky() {
    return hits < of;
  }

  @Override
  public String toString() {
    return hits + " of " + of;
  }
}
