package dev.crosstalk.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MavenHomeTest {
  @TempDir Path directory;

  @Test
  void isBehindTheLinksOfTheCommand() throws IOException {
    Path home = Files.createDirectories(directory.resolve("maven"));
    Path command = home.resolve("bin/mvn");
    Files.createDirectories(command.getParent());
    Files.createDirectories(home.resolve("conf"));
    Files.createFile(home.resolve("conf/settings.xml"));
    assertThat(Files.createFile(command).toFile().setExecutable(true)).isTrue();
    Path links = Files.createDirectories(directory.resolve("links"));
    Files.createSymbolicLink(links.resolve("mvn"), command);
    assertThat(MavenHome.onPath("/nowhere:" + links)).contains(home.toRealPath());
  }

  @Test
  void isNoFolderWithoutSettings() throws IOException {
    Path bin = Files.createDirectories(directory.resolve("tools/bin"));
    assertThat(Files.createFile(bin.resolve("mvn")).toFile().setExecutable(true)).isTrue();
    assertThat(MavenHome.onPath(bin.toString())).isEmpty();
    assertThat(MavenHome.onPath("")).isEmpty();
  }
}
