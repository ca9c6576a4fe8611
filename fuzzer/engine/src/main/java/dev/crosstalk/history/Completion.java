package dev.crosstalk.history;

import dev.crosstalk.spi.Outcome;

/**
 * One report of a driver on a call.
 *
 * @param step index of the step under way when it came
 */
public record Completion(Outcome outcome, int step, long atNanos) {}
