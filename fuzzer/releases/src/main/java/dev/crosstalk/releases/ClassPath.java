package dev.crosstalk.releases;

import dev.crosstalk.drivers.DriverFolders;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.aether.artifact.Artifact;

/** What stands in for the {@code lib/} of a driver's folder. */
final class ClassPath {

  private ClassPath() {}

  /**
   * The jars of another version, and what lies in the folder for the adapter's sake, not the
   * driver's.
   *
   * @param found the driver in that version, and all it needs
   * @param built the same, in the version that the folder was built with
   */
  static List<String> of(List<Artifact> found, List<Artifact> built, Path folder) {
    var files = new ArrayList<String>();
    found.forEach(artifact -> files.add(artifact.getFile().toString()));
    for (Path jar : DriverFolders.libraries(folder)) {
      String name = jar.getFileName().toString();
      if (Stream.concat(found.stream(), built.stream()).noneMatch(it -> isOf(it, name))) {
        files.add(jar.toString());
      }
    }
    return files;
  }

  /** Whether a file is an artifact, in whatever version: {@code json-20240303.jar}. */
  private static boolean isOf(Artifact artifact, String file) {
    return file.matches(Pattern.quote(artifact.getArtifactId()) + "-[0-9].*");
  }
}
