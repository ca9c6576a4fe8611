package dev.crosstalk.scenario;

import dev.crosstalk.spi.WorldKind;
import java.util.Objects;
import java.util.Optional;

/**
 * A scenario as it is saved: with what a reader wants to know about it. None of the header changes
 * what a replay does, except that the driver is the default one to replay against.
 *
 * @param title one line
 * @param driver {@code NAME} or {@code NAME/VARIANT}; empty in a scenario for any driver
 * @param expect what its replay is to show; empty when nobody has said
 * @param source one line of provenance: a link, or where and when it was found
 * @param seed the campaign seed and case number it grew from, as provenance
 */
public record ScenarioFile(
    String title,
    Optional<String> driver,
    Optional<Expectation> expect,
    Optional<String> source,
    Optional<String> seed,
    Scenario scenario) {

  public ScenarioFile {
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(driver, "driver");
    Objects.requireNonNull(expect, "expect");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(seed, "seed");
    Objects.requireNonNull(scenario, "scenario");
  }

  /** The same file around another scenario. */
  public ScenarioFile with(Scenario other) {
    return new ScenarioFile(title, driver, expect, source, seed, other);
  }

  /** A bare scenario under a title. */
  public static ScenarioFile of(String title, Scenario scenario) {
    return new ScenarioFile(
        title, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), scenario);
  }

  /** What the replay of a scenario is to show. */
  public sealed interface Expectation {

    /** Every invariant holds. */
    record Holds() implements Expectation {}

    /**
     * The named invariant, or one of its family, is violated.
     *
     * @param only where this is said of; empty where it is of every world. Elsewhere it hangs on
     *     which of the driver's threads is faster
     */
    record Violated(String invariant, Optional<WorldKind> only) implements Expectation {

      /** In every world. */
      public Violated(String invariant) {
        this(invariant, Optional.empty());
      }

      /** Whether it is said of a world. */
      public boolean saysOf(WorldKind world) {
        return only.isEmpty() || only.get() == world;
      }
    }
  }
}
