package dev.crosstalk.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.scenario.Label;
import dev.crosstalk.scenario.Step;
import dev.crosstalk.server.CommandTable;
import dev.crosstalk.spi.Command;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioFilesTest {

  @Test
  void readsACommandWithItsSubcommand(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tracking.crosstalk");
    Files.writeString(file, "crosstalk 1\ntitle t\n\nA A1 CLIENT TRACKING ON\n");

    assertThat(ScenarioFiles.read(file).scenario().steps())
        .isEqualTo(
            List.of(new Step.Start(Label.parse("A1"), Command.of("CLIENT TRACKING", "ON"), false)));
  }

  @Test
  void readsARequestForAttributes(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("attributes.crosstalk");
    Files.writeString(file, "crosstalk 1\ntitle t\n\nA A1 DEBUG PROTOCOL ATTRIB\n");

    assertThat(ScenarioFiles.read(file).scenario().steps())
        .isEqualTo(
            List.of(
                new Step.Start(Label.parse("A1"), Command.of("DEBUG PROTOCOL", "ATTRIB"), false)));
  }

  @Test
  void offersEveryCommandOfTheServerByItsNameOrItsSubcommands() {
    assertThat(CommandTable.names())
        .allSatisfy(
            name ->
                assertThat(ScenarioFiles.commandNames())
                    .anyMatch(offered -> (offered + " ").startsWith(name + " ")));
  }
}
