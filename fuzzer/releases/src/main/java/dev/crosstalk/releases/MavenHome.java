package dev.crosstalk.releases;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the user's Maven is installed, for the settings that it has for everybody. */
final class MavenHome {

  private MavenHome() {}

  /** By {@code MAVEN_HOME}, or by the {@code mvn} on the path; empty where there is none. */
  static Optional<Path> find() {
    return Optional.ofNullable(System.getenv("MAVEN_HOME"))
        .map(Path::of)
        .filter(Files::isDirectory)
        .or(() -> onPath(System.getenv().getOrDefault("PATH", "")));
  }

  /**
   * The home of the first {@code mvn} on a path, links followed.
   *
   * @param path as the environment has it
   */
  static Optional<Path> onPath(String path) {
    for (String folder : path.split(File.pathSeparator)) {
      Path mvn = Path.of(folder, "mvn");
      if (Files.isExecutable(mvn)) {
        return homeOf(mvn);
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> homeOf(Path mvn) {
    try {
      return Optional.ofNullable(mvn.toRealPath().getParent())
          .map(Path::getParent)
          .filter(home -> Files.isRegularFile(home.resolve("conf/settings.xml")));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }
}
