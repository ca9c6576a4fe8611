package dev.crosstalk.history;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What became of one step.
 *
 * @param lazyText the step as the scenario file writes it
 * @param fate whether it did anything
 * @param note one line for people; empty when there is nothing to say
 */
public record StepHistory(
    int index,
    @JsonProperty("text") LazyText lazyText,
    Fate fate,
    String note,
    long fromNanos,
    long toNanos) {

  /** The step as the scenario file writes it. */
  public String text() {
    return lazyText.toString();
  }

  /** Whether a step did what it says. */
  public enum Fate {
    DONE,
    /** Its call, lane or connection did not exist, or never came; the scenario went on. */
    NOTHING,
    /** Done, but the world had not settled when its bound passed. */
    UNSETTLED
  }
}
