package dev.crosstalk.cli;

import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.WorldUnavailableException;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.spi.WorldKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which worlds are meant by {@code --world}. */
final class WorldChoice {
  static final String OPTION = "--world";
  static final String LABEL = "WORLD[,WORLD]";
  static final String DESCRIPTION =
      "simulated, fired or real; several: the first that can be had"
          + " (default: the first of these that the driver has)";

  private WorldChoice() {}

  /** The worlds asked for, of which every target has one. */
  static Worlds of(Optional<String> words, List<Target> targets) {
    return new Worlds(kindsFor(words, targets));
  }

  /**
   * The kinds of worlds asked for; empty when none is.
   *
   * @throws UsageException when a target has none of them
   */
  static List<WorldKind> kindsFor(Optional<String> words, List<Target> targets) {
    List<WorldKind> kinds = kinds(words);
    var worlds = new Worlds(kinds);
    for (Target target : targets) {
      try {
        WorldKind ignored = worlds.kindFor(target);
      } catch (WorldUnavailableException unavailable) {
        throw new UsageException(
            OPTION,
            unavailable.getMessage(),
            "several may be named, as in " + OPTION + " simulated,real");
      }
    }
    return kinds;
  }

  /**
   * Each of the worlds asked for, all there are when none is.
   *
   * @throws UsageException when none of the targets has one of them
   */
  static List<WorldKind> each(List<WorldKind> asked, List<Target> targets) {
    for (WorldKind kind : asked) {
      if (targets.stream().noneMatch(target -> target.variant().runsIn(kind))) {
        throw new UsageException(
            OPTION,
            "none of the drivers has a " + kind.label() + " world",
            "leave it out, or name another driver");
      }
    }
    return asked.isEmpty() ? List.of(WorldKind.values()) : asked;
  }

  /** The worlds that a list names; empty without one. */
  static List<WorldKind> kinds(Optional<String> words) {
    var kinds = new ArrayList<WorldKind>();
    for (String word : words.map(text -> text.split(",", -1)).orElse(new String[0])) {
      kinds.add(
          Arrays.stream(WorldKind.values())
              .filter(kind -> kind.label().equals(word.strip()))
              .findFirst()
              .orElseThrow(
                  () -> new UsageException(OPTION, "'" + word + "' is no world", accepted())));
    }
    return kinds;
  }

  private static String accepted() {
    return Arrays.stream(WorldKind.values())
        .map(WorldKind::label)
        .collect(Collectors.joining(", ", "it is one of ", ""));
  }
}
