package dev.crosstalk.shrink;

import dev.crosstalk.scenario.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Reduces a scenario while it still fails: first steps go, by delta debugging (Zeller, Hildebrandt:
 * Simplifying and Isolating Failure-Inducing Input, 2002), then what is left of each step and of
 * the settings becomes plainer, and again from the start until nothing changes; then steps go at
 * the price of something else, if they can.
 */
public final class Shrinker {

  /** Tells which of some candidates still fails. */
  @FunctionalInterface
  public interface Trial {

    /**
     * Tries candidates, side by side if it likes.
     *
     * @return index of the first in their order that still fails; empty when none does
     */
    Optional<Integer> firstFailing(List<Scenario> candidates);
  }

  /**
   * What shrinking came to.
   *
   * @param trials how many candidates were tried; those behind one that failed do not count
   * @param complete false when it was stopped before nothing more could go
   */
  public record Shrunk(Scenario scenario, int trials, boolean complete) {}

  private static final int ROUNDS_MAX = 50;

  private final Trial trial;
  private final BooleanSupplier stopped;
  private final AtomicInteger trials = new AtomicInteger();

  /**
   * A shrinker.
   *
   * @param stopped asked between rounds; once true, the smallest so far is what remains
   */
  public Shrinker(Trial trial, BooleanSupplier stopped) {
    this.trial = trial;
    this.stopped = stopped;
  }

  /** Shrinks a scenario that fails. */
  public Shrunk shrink(Scenario failing) {
    Scenario smallest = failing;
    for (int round = 0; round < ROUNDS_MAX && !stopped.getAsBoolean(); round++) {
      Scenario before = smallest;
      smallest = dropSteps(smallest);
      smallest = exhaust(smallest, PlainerSteps::candidates);
      smallest = exhaust(smallest, PlainerSettings::candidates);
      smallest = exhaust(smallest, PlainerLabels::candidates);
      if (smallest.equals(before)) {
        smallest = exhaust(smallest, TradedSteps::candidates);
      }
      if (smallest.equals(before)) {
        smallest = exhaust(smallest, PlainSubsets::candidates);
      }
      if (smallest.equals(before)) {
        return new Shrunk(smallest, trials.get(), !stopped.getAsBoolean());
      }
    }
    return new Shrunk(smallest, trials.get(), false);
  }

  /** Ever smaller chunks are left out, from the back to the front, until single steps remain. */
  private Scenario dropSteps(Scenario failing) {
    Scenario smallest = failing;
    int chunk = Math.max(1, (smallest.steps().size() + 1) / 2);
    while (!stopped.getAsBoolean()) {
      int size = chunk;
      Scenario before = smallest;
      smallest = exhaust(smallest, scenario -> FewerSteps.candidates(scenario, size));
      if (chunk == 1 && smallest.equals(before)) {
        return smallest;
      }
      chunk = Math.max(1, chunk / 2);
    }
    return smallest;
  }

  /** Takes the first candidate that fails, and its candidates, until none does. */
  private Scenario exhaust(Scenario failing, Function<Scenario, List<Scenario>> candidatesOf) {
    Scenario smallest = failing;
    while (!stopped.getAsBoolean()) {
      List<Scenario> candidates = candidatesOf.apply(smallest);
      Optional<Integer> failed =
          candidates.isEmpty() ? Optional.empty() : trial.firstFailing(candidates);
      trials.addAndGet(failed.map(index -> index + 1).orElse(candidates.size()));
      if (failed.isEmpty()) {
        return smallest;
      }
      smallest = candidates.get(failed.get());
    }
    return smallest;
  }
}
