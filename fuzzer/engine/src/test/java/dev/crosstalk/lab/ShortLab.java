package dev.crosstalk.lab;

import dev.crosstalk.drivers.Rewriting;
import java.time.Duration;

/** Simulated labs whose patience with a place that does not come back is short. */
public final class ShortLab {
  /** Long enough for a driver to be loaded and warmed up on a busy machine. */
  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(8);

  private ShortLab() {}

  public static Lab of(Target target, int places) {
    return new SimulatedLab(target, places, Rewriting.WORLD_MONITORS, COMES_BACK_WITHIN);
  }
}
