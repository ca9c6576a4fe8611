package dev.crosstalk.replay;

import dev.crosstalk.scenario.Step;
import dev.crosstalk.world.World.Choices;
import java.util.List;

/**
 * The choices that no step states, a function of the scenario alone: of its schedule seed, the step
 * under way, and how many choices there were since. What a step is called does not depend on the
 * other steps, so deleting one of them changes no choice elsewhere. A {@code choose} step writes
 * the choices of the step after it; when those are used up, it goes on as derived.
 */
final class StepChoices implements Choices {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long seed;
  private List<Integer> written = List.of();
  private long key;
  private int count;

  /**
   * Choices for one replay.
   *
   * @param seed zero for the plain schedule, in which the first option is always taken
   */
  StepChoices(long seed) {
    this.seed = seed;
  }

  /** A step begins. */
  void begin(Step step) {
    key = StepKey.of(step);
    count = 0;
  }

  /** After the last step. */
  void beginHealing() {
    key = StepKey.HEALING;
    written = List.of();
    count = 0;
  }

  /** The next choices are these. */
  void write(List<Integer> choices) {
    written = choices;
  }

  /** The step that choices were written for is over. */
  void forgetWritten() {
    written = List.of();
  }

  @Override
  public int choose(int options) {
    int index = count++;
    if (index < written.size()) {
      return written.get(index) % options;
    }
    return seed == 0 ? 0 : (int) Long.remainderUnsigned(derived(index), options);
  }

  private long derived(int index) {
    return mix(mix(seed ^ key) + index * GOLDEN_GAMMA);
  }

  /** Spreads a number over all 64 bits, as SplitMix64 does. */
  private static long mix(long number) {
    long y = (number ^ (number >>> 30)) * 0xBF58476D1CE4E5B9L;
    long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }
}
