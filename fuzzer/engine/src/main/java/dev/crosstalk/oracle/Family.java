package dev.crosstalk.oracle;

import java.util.Locale;

/** Groups of invariants that one defect tends to break together. */
public enum Family {
  /** A caller got something that is not the answer to its call. */
  CROSSED,
  /** A call, or the driver, does not get on. */
  STUCK,
  /** A call was executed where, or as whom, it should not have been. */
  STATE,
  /** Something happened more often than asked. */
  EXTRA,
  /** What was published was not told, or told too often, or taken for something else. */
  PUSHES,
  /** Something is left behind when all is closed. */
  CLEAN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
