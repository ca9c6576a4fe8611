package dev.crosstalk.bench;

import java.util.List;

/**
 * What a case costs by its length.
 *
 * @param target {@code name/variant}
 * @param world see {@link Ground#label()}
 * @param points the shortest case first; at least two
 */
public record GrowthRow(String target, String world, List<Point> points) {

  /** A case with so many calls on one lane. */
  public record Point(int calls, Speed speed) {}

  public GrowthRow {
    points = List.copyOf(points);
  }

  /** Microseconds of processor for each call that a case has more than the next shorter one. */
  public double cpuMicrosPerCall(int index) {
    Point from = points.get(index - 1);
    Point to = points.get(index);
    return (to.speed().cpuMicros() - from.speed().cpuMicros()) / (to.calls() - from.calls());
  }
}
