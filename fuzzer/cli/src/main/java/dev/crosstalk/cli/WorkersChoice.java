package dev.crosstalk.cli;

import java.util.Optional;
import java.util.OptionalInt;

/** How many processes are meant by {@code --workers}. */
final class WorkersChoice {
  static final String OPTION = "--workers";
  static final String LABEL = "N";
  private static final String DESCRIPTION =
      "how many processes run cases, each with its share of the processors (default: ";
  static final String OF_CAMPAIGN = DESCRIPTION + "1; from 100 s a variant on, one for each)";
  static final String OF_BENCH = DESCRIPTION + "one for each)";

  private static final int MOST = 256;

  private WorkersChoice() {}

  /** The number asked for; empty when none is. */
  static OptionalInt of(Optional<String> word) {
    return word.stream().mapToInt(text -> (int) Numbers.parse(OPTION, text, 1, MOST)).findFirst();
  }
}
