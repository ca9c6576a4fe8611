package dev.crosstalk.cli;

import dev.crosstalk.scenario.ScenarioSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How many lanes are meant by {@code --lanes 1,3}. */
final class LanesChoice {
  static final String OPTION = "--lanes";

  private static final List<Integer> DEFAULT = List.of(1, 3);

  private LanesChoice() {}

  /** The numbers, each once. */
  static List<Integer> of(Optional<String> words) {
    return words
        .map(
            text ->
                Arrays.stream(text.split(",", -1))
                    .map(word -> (int) Numbers.parse(OPTION, word, 1, ScenarioSettings.LANES_MAX))
                    .distinct()
                    .toList())
        .orElse(DEFAULT);
  }
}
