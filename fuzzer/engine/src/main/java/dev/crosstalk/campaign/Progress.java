package dev.crosstalk.campaign;

import dev.crosstalk.spi.WorldKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * How far a campaign is with one target.
 *
 * @param world where they run; empty while none is open
 * @param cases judged
 * @param discarded runs given up because time did what no step asked for; they were run again
 * @param timeouts calls that timed out, as steps asked
 * @param violating cases that violated an invariant
 * @param findings confirmed and distinct
 * @param unconfirmed violations that did not repeat often enough to be reported
 * @param lost cases that did not come back, since the driver spins or stopped the world
 * @param compared cases that passed and ran in a second world, too
 * @param differing those of them on which the worlds disagree
 * @param illegal cases in which the server was made to send illegal bytes
 */
public record Progress(
    String target,
    Optional<WorldKind> world,
    long cases,
    long discarded,
    long timeouts,
    long violating,
    int findings,
    int unconfirmed,
    long lost,
    long compared,
    long differing,
    long illegal,
    Duration elapsed) {

  /**
   * What several workers did on a target, as one.
   *
   * @param died workers that were lost with the case that they ran
   * @param elapsed how long there was one at work
   */
  static Progress together(String target, List<Progress> each, long died, Duration elapsed) {
    return new Progress(
        target,
        each.stream().flatMap(one -> one.world().stream()).findFirst(),
        sum(each, Progress::cases),
        sum(each, Progress::discarded),
        sum(each, Progress::timeouts),
        sum(each, Progress::violating),
        (int) sum(each, Progress::findings),
        (int) sum(each, Progress::unconfirmed),
        sum(each, Progress::lost) + died,
        sum(each, Progress::compared),
        sum(each, Progress::differing),
        sum(each, Progress::illegal),
        elapsed);
  }

  private static long sum(List<Progress> each, ToLongFunction<Progress> part) {
    return each.stream().mapToLong(part).sum();
  }

  /** Cases per second so far. */
  public double rate() {
    double seconds = elapsed.toNanos() / 1e9;
    return seconds <= 0 ? 0 : cases / seconds;
  }
}
