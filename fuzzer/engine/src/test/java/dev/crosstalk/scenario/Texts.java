package dev.crosstalk.scenario;

import java.util.Set;

/** What the tests of the text format read with, and the shortest file around a line. */
final class Texts {
  static final String FILE = "corpus/x.crosstalk";
  static final Set<String> COMMANDS =
      Set.of("GET", "SET", "MULTI", "EXEC", "CLIENT ID", "CLIENT TRACKING", "DEBUG PROTOCOL");
  static final ScenarioReader READER = new ScenarioReader(COMMANDS);

  private Texts() {}

  static ScenarioFile read(String text) {
    return READER.read(FILE, text);
  }

  /** Reads one step, in the third line of a file. */
  static Step readStep(String line) {
    return read("crosstalk 1\ntitle t\n" + line).scenario().steps().getFirst();
  }
}
