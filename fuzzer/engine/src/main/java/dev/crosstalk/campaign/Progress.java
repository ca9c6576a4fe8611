package dev.crosstalk.campaign;

import java.time.Duration;

/**
 * How far a campaign is with one target.
 *
 * @param cases judged
 * @param discarded runs given up because time did what no step asked for; they were run again
 * @param timeouts calls that timed out, as steps asked
 * @param violating cases that violated an invariant
 * @param findings confirmed and distinct
 * @param unconfirmed violations that did not repeat often enough to be reported
 */
public record Progress(
    String target,
    long cases,
    long discarded,
    long timeouts,
    long violating,
    int findings,
    int unconfirmed,
    Duration elapsed) {

  /** Cases per second so far. */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds <= 0 ? 0 : cases / seconds;
  }
}
