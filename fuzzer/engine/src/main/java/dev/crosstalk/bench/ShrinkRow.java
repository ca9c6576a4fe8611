package dev.crosstalk.bench;

/**
 * What shrinking costs.
 *
 * @param target a canary
 * @param world see {@link Ground#label()}
 * @param stepsBefore of the failing case
 * @param stepsAfter of what is left of it
 * @param replays that it took, those at the end that confirm what is left not counted
 * @param millis on the wall clock; the median of so many times
 */
public record ShrinkRow(
    String target,
    String world,
    int stepsBefore,
    int stepsAfter,
    int replays,
    double millis,
    int times) {}
