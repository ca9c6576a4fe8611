package dev.crosstalk.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How fast something is done.
 *
 * @param perSecond on the wall clock, all processors together; depends on what else they do
 * @param cpuMicros microseconds of processor that one costs, garbage collection included, and
 *     compilation not; zero when nothing was done
 */
public record Speed(double perSecond, double cpuMicros) {

  /** The medians of what lies between neighbouring samples; zeros when there are fewer than two. */
  static Speed of(List<Sample> samples) {
    var perSecond = new ArrayList<Double>();
    var cpuMicros = new ArrayList<Double>();
    for (int i = 1; i < samples.size(); i++) {
      Sample from = samples.get(i - 1);
      Sample to = samples.get(i);
      long done = to.done() - from.done();
      perSecond.add(done * 1e9 / (to.nanos() - from.nanos()));
      if (done > 0) {
        cpuMicros.add((to.cpuNanos() - from.cpuNanos()) / 1e3 / done);
      }
    }
    return new Speed(median(perSecond), median(cpuMicros));
  }

  /** Of an even number the lower one of the two; zero of none. */
  static double median(List<Double> values) {
    var sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) / 2);
  }

  /** How many of this fit into the time of one of those. */
  public double rateOver(Speed other) {
    return other.perSecond() <= 0 ? 0 : perSecond / other.perSecond();
  }

  /** How many of those the processor could do for one of this. */
  public double costOver(Speed other) {
    return other.cpuMicros() <= 0 ? 0 : cpuMicros / other.cpuMicros();
  }
}
