package dev.crosstalk.generate;

import java.util.List;

/**
 * Small choices drawn from one long: the same long gives the same choices for ever. SplitMix64
 * (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
 */
final class Draw {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  Draw(long seed) {
    this.state = seed;
  }

  /** Spreads a number over all 64 bits. */
  static long mix(long z) {
    long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** Any long. */
  long bits() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** From 0 to {@code bound - 1}. */
  int below(int bound) {
    return (int) Long.remainderUnsigned(bits(), bound);
  }

  /** From {@code min} to {@code max}, both included. */
  int between(int min, int max) {
    return min + below(max - min + 1);
  }

  boolean percent(int chance) {
    return below(100) < chance;
  }

  <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
