package dev.crosstalk.campaign;

import java.time.Duration;

/** How much a campaign may spend in all; its targets share it evenly. */
public sealed interface Budget {

  /** Wall-clock time for finding; shrinking what was found last may take a third of it more. */
  record Time(Duration duration) implements Budget {}

  /** Cases, of each target the same number; 1 or more. */
  record Cases(long cases) implements Budget {}

  /** As many cases of each target as there are scenarios for it. */
  record All() implements Budget {}
}
