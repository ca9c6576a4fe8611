package dev.crosstalk.cli;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which of the drivers there are is meant by {@code NAME} or {@code NAME/VARIANT}. */
final class DriverChoice {
  private final List<LoadedDriver> drivers;

  DriverChoice(List<LoadedDriver> drivers) {
    this.drivers = List.copyOf(drivers);
  }

  /** Every variant of every real driver. */
  List<Target> real() {
    List<Target> real = of(Kind.REAL);
    if (real.isEmpty()) {
      throw new UsageException(
          "without --driver, every real driver is fuzzed, and there is none; " + names());
    }
    return real;
  }

  /** Every variant of every real driver, then of the reference; there may be none of either. */
  List<Target> withoutDefect() {
    var targets = new ArrayList<>(of(Kind.REAL));
    targets.addAll(of(Kind.REFERENCE));
    return targets;
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

  private List<Target> targets(String where, String word) {
    String[] parts = word.split("/", -1);
    if (parts.length > 2 || word.isBlank()) {
      throw new UsageException(
          where, "'" + word + "' is no driver", "it takes NAME or NAME/VARIANT");
    }
    LoadedDriver driver =
        drivers.stream()
            .filter(candidate -> candidate.declaration().name().equals(parts[0]))
            .findFirst()
            .orElseThrow(
                () -> new UsageException(where, "there is no driver '" + parts[0] + "'", names()));
    if (parts.length == 1) {
      return all(driver);
    }
    Variant variant =
        driver
            .variant(parts[1])
            .orElseThrow(
                () ->
                    new UsageException(
                        where,
                        "driver " + parts[0] + " has no variant '" + parts[1] + "'",
                        "it has " + variants(driver)));
    return List.of(new Target(driver, variant));
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
