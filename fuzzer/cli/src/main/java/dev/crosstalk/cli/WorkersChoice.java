package dev.crosstalk.cli;

import java.util.Optional;

/** How many processes are meant by {@code --workers}. */
final class WorkersChoice {
  static final String OPTION = "--workers";
  static final String LABEL = "N";
  static final String DESCRIPTION =
      "how many processes run cases side by side (default: one for each processor)";

  private static final int MOST = 256;

  private WorkersChoice() {}

  static int of(Optional<String> word) {
    return word.map(text -> (int) Numbers.parse(OPTION, text, 1, MOST))
        .orElseGet(() -> Runtime.getRuntime().availableProcessors());
  }
}
