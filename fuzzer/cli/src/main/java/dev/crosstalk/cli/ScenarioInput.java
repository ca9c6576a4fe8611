package dev.crosstalk.cli;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.oracle.Oracles;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioFile.Expectation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Scenario files that a user names. */
final class ScenarioInput {

  private ScenarioInput() {}

  /**
   * Reads a file.
   *
   * @throws UsageException when it cannot be read, or expects what we cannot check
   * @throws dev.crosstalk.scenario.ScenarioSyntaxException when it is not a scenario
   */
  static ScenarioFile read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          file.toString(),
          Files.exists(file) ? "that is no file" : "there is no such file",
          "replay takes a scenario file, as fuzz saves them in reports");
    }
    ScenarioFile scenario;
    try {
      scenario = ScenarioFiles.read(file);
    } catch (IOException unreadable) {
      throw new UsageException(
          file.toString(), "it cannot be read: " + unreadable, "replay takes a readable file");
    }
    scenario.expect().ifPresent(expect -> requireKnown(file, expect));
    return scenario;
  }

  private static void requireKnown(Path file, Expectation expectation) {
    if (expectation instanceof Expectation.Violated(String invariant, var _)
        && !Oracles.invariants().contains(invariant)) {
      throw new UsageException(
          file + ": header 'expect'",
          "there is no invariant '" + invariant + "'",
          "there are " + String.join(", ", Oracles.invariants()));
    }
  }
}
