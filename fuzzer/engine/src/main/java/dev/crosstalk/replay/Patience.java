package dev.crosstalk.replay;

/** How long a replay waits for calls that do not end. */
public enum Patience {
  /** Until they are overdue, so that all invariants can be judged. */
  FULL,
  /** About two timeouts: enough to see what is crossed, not to say that a call is overdue. */
  BRIEF
}
