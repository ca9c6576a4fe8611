package dev.crosstalk.cli;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of the drivers there are is meant by {@code NAME[@VERSION][/VARIANT]}. */
final class DriverChoice {
  private final List<LoadedDriver> drivers;
  private final ReleaseChoice releases;
  private final List<String> with;

  /**
   * A choice among drivers.
   *
   * @param drivers as their folders were built
   * @param releases loads other versions of them
   * @param with artifacts that the drivers which are named are to have besides
   */
  DriverChoice(List<LoadedDriver> drivers, ReleaseChoice releases, List<String> with) {
    this.drivers = List.copyOf(drivers);
    this.releases = releases;
    this.with = List.copyOf(with);
  }

  /** Every variant of every real driver. */
  List<Target> real() {
    requireNothingWith();
    List<Target> real = of(Kind.REAL);
    if (real.isEmpty()) {
      throw new UsageException(
          "without --driver, every real driver is fuzzed, and there is none; " + names());
    }
    return real;
  }

  /** Every variant of every real driver, then of the reference; there may be none of either. */
  List<Target> withoutDefect() {
    requireNothingWith();
    var targets = new ArrayList<>(of(Kind.REAL));
    targets.addAll(of(Kind.REFERENCE));
    return targets;
  }

  private void requireNothingWith() {
    if (!with.isEmpty()) {
      throw new UsageException(
          ReleaseChoice.OPTION, "no driver is named", "it goes with --driver " + DriverWord.LABEL);
    }
  }

  List<Target> canaries() {
    return of(Kind.CANARY);
  }

  private List<Target> of(Kind kind) {
    return drivers.stream()
        .filter(driver -> driver.declaration().kind() == kind)
        .flatMap(driver -> all(driver).stream())
        .toList();
  }

  /** The targets of several words, in their order, each once. */
  List<Target> targets(String where, List<String> words) {
    Map<String, Target> byName = new LinkedHashMap<>();
    for (String word : words) {
      targets(where, word).forEach(target -> byName.putIfAbsent(target.name(), target));
    }
    return new ArrayList<>(byName.values());
  }

  /**
   * The one target that a word means.
   *
   * @param where the option or file that says it
   */
  Target target(String where, String word) {
    List<Target> targets = targets(where, word);
    if (targets.size() > 1) {
      throw new UsageException(
          where,
          "'" + word + "' has several variants",
          "name one of them: "
              + targets.stream().map(Target::name).collect(Collectors.joining(", ")));
    }
    return targets.get(0);
  }

  private List<Target> targets(String where, String text) {
    DriverWord word = DriverWord.parse(where, text).and(with);
    LoadedDriver built =
        drivers.stream()
            .filter(candidate -> candidate.declaration().name().equals(word.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new UsageException(where, "there is no driver '" + word.name() + "'", names()));
    if (word.isBuilt()) {
      return targets(where, built, word.variant());
    }
    LoadedDriver other = releases.load(where, built, word);
    return releases.fitting(where, targets(where, other, word.variant()));
  }

  private static List<Target> targets(String where, LoadedDriver driver, Optional<String> variant) {
    if (variant.isEmpty()) {
      return all(driver);
    }
    return List.of(
        new Target(
            driver,
            driver
                .variant(variant.get())
                .orElseThrow(
                    () ->
                        new UsageException(
                            where,
                            "driver " + driver.name() + " has no variant '" + variant.get() + "'",
                            "it has " + variants(driver)))));
  }

  private static List<Target> all(LoadedDriver driver) {
    return driver.declaration().variants().stream()
        .map(variant -> new Target(driver, variant))
        .toList();
  }

  private static String variants(LoadedDriver driver) {
    return driver.declaration().variants().stream()
        .map(Variant::name)
        .collect(Collectors.joining(", "));
  }

  private String names() {
    return drivers.isEmpty()
        ? "no driver is built"
        : "there are "
            + drivers.stream()
                .map(driver -> driver.declaration().name())
                .collect(Collectors.joining(", "));
  }
}
