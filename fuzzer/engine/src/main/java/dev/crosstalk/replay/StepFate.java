package dev.crosstalk.replay;

import dev.crosstalk.history.StepHistory.Fate;

/** What became of a step, before it is timed and written down. */
record StepFate(Fate fate, String note) {
  static final StepFate DONE = new StepFate(Fate.DONE, "");

  static StepFate nothing(String why) {
    return new StepFate(Fate.NOTHING, why);
  }

  static StepFate settled(boolean settled) {
    return settled ? DONE : new StepFate(Fate.UNSETTLED, "");
  }
}
