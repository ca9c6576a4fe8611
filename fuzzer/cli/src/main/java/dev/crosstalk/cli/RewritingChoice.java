package dev.crosstalk.cli;

import dev.crosstalk.bench.Ground;
import dev.crosstalk.drivers.Rewriting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** How drivers are rewritten for simulated worlds, by {@code --rewriting}. */
final class RewritingChoice {
  static final String OPTION = "--rewriting";
  static final String DESCRIPTION =
      "of drivers in simulated worlds: jdk-monitors, world-monitors, or both to compare them"
          + " (default: world-monitors, as campaigns do)";

  private RewritingChoice() {}

  /** The modes asked for, each once. */
  static List<Rewriting> of(Optional<String> words) {
    return words
        .map(
            text ->
                Arrays.stream(text.split(",", -1)).map(RewritingChoice::mode).distinct().toList())
        .orElse(List.of(Rewriting.WORLD_MONITORS));
  }

  private static Rewriting mode(String word) {
    return Arrays.stream(Rewriting.values())
        .filter(mode -> Ground.labelOf(mode).equals(word.strip()))
        .findFirst()
        .orElseThrow(
            () -> new UsageException(OPTION, "'" + word + "' is no such mode", accepted()));
  }

  private static String accepted() {
    return Arrays.stream(Rewriting.values())
        .map(Ground::labelOf)
        .collect(Collectors.joining(", ", "it takes one or more of ", ""));
  }
}
