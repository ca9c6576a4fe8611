package dev.crosstalk.corpus;

import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioReader;
import dev.crosstalk.server.CommandTable;
import dev.crosstalk.spi.Block;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads scenario files with the commands that our server answers. */
public final class ScenarioFiles {
  /** The server knows a container by its first word alone; a scenario states the subcommand too. */
  private static final Map<String, List<String>> SUBCOMMANDS =
      Map.of(
          "CLIENT", List.of("GETNAME", "ID", "SETINFO", "SETNAME", "TRACKING"),
          "DEBUG", List.of("PROTOCOL"),
          "SCRIPT", List.of("EXISTS", "FLUSH", "LOAD"));

  private static final Set<String> COMMAND_NAMES = names();
  private static final ScenarioReader READER = new ScenarioReader(COMMAND_NAMES);

  private ScenarioFiles() {}

  /** The commands that a scenario may start, sorted; a container's with their subcommands. */
  public static Set<String> commandNames() {
    return COMMAND_NAMES;
  }

  /**
   * Reads a file.
   *
   * @throws IOException when it cannot be read at all
   * @throws dev.crosstalk.scenario.ScenarioSyntaxException when it is not a scenario
   */
  public static ScenarioFile read(Path file) throws IOException {
    return READER.read(file);
  }

  private static Set<String> names() {
    var names = new TreeSet<>(CommandTable.names());
    SUBCOMMANDS.forEach(
        (container, subcommands) -> {
          names.remove(container);
          subcommands.forEach(subcommand -> names.add(container + " " + subcommand));
        });
    names.add(Block.EXECUTE);
    return Collections.unmodifiableSet(names);
  }
}
