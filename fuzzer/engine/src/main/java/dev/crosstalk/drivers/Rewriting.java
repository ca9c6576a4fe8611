package dev.crosstalk.drivers;

import dev.crosstalk.agent.Feature;
import java.util.EnumSet;
import java.util.Set;

/** What is changed of a driver's classes when they are loaded for a simulated world. */
public enum Rewriting {
  /** They ask the world for time, threads and chance; monitors stay the JDK's. */
  JDK_MONITORS(EnumSet.complementOf(EnumSet.of(Feature.MONITORS, Feature.WORLD_CLOCK))),
  /** Monitors are the world's as well. */
  WORLD_MONITORS(EnumSet.complementOf(EnumSet.of(Feature.WORLD_CLOCK)));

  private final Set<Feature> features;

  Rewriting(Set<Feature> features) {
    this.features = features;
  }

  Set<Feature> features() {
    return features;
  }
}
