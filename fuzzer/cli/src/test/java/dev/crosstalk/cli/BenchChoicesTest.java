package dev.crosstalk.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.WorldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options of {@code bench} mean. */
class BenchChoicesTest {
  private final List<Target> targets =
      Declared.choice(List.of(Declared.driver("one", Kind.REAL, "raw"))).real();

  @TempDir private Path folder;

  @Test
  void takesOneLaneAndThreeByDefault() {
    assertThat(LanesChoice.of(Optional.empty())).containsExactly(1, 3);
    assertThat(LanesChoice.of(Optional.of("8,2,8"))).containsExactly(8, 2);
  }

  @Test
  void rewritesAsCampaignsDoByDefault() {
    assertThat(RewritingChoice.of(Optional.empty())).containsExactly(Rewriting.WORLD_MONITORS);
    assertThat(RewritingChoice.of(Optional.of("world-monitors,jdk-monitors")))
        .containsExactly(Rewriting.WORLD_MONITORS, Rewriting.JDK_MONITORS);
  }

  @Test
  void takesEachWorldThatIsNamedOrElseAll() {
    assertThat(WorldChoice.each(List.of(), targets)).containsExactly(WorldKind.values());
    assertThat(WorldChoice.each(List.of(WorldKind.REAL), targets)).containsExactly(WorldKind.REAL);
    assertThatThrownBy(
            () -> WorldChoice.each(List.of(WorldKind.REAL, WorldKind.SIMULATED), targets))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "--world: none of the drivers has a simulated world;"
                + " leave it out, or name another driver");
  }

  @Test
  void makesTheFolderOfAFileAndRefusesWhatIsNone() throws IOException {
    Path file = folder.resolve("new/x.md");
    OutputFile.requireWritable("--out", file);
    OutputFile.write("--out", file, "text");

    assertThat(file).hasContent("text");
    assertThatThrownBy(() -> OutputFile.requireWritable("--out", folder))
        .isInstanceOf(UsageException.class)
        .hasMessage("--out: " + folder + " cannot be written; it takes a file, there or not yet");
    assertThatThrownBy(() -> OutputFile.requireWritable("--json", file.resolve("x.json")))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--json: ");
    assertThat(Files.exists(file.resolve("x.json"))).isFalse();
  }
}
