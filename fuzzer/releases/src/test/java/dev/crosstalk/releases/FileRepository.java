package dev.crosstalk.releases;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.aether.repository.RemoteRepository;

/** A Maven repository in a folder, and a local one beside it that takes over what is asked for. */
final class FileRepository {
  private final Path remote;
  private final Path local;
  private final Map<String, List<String>> versions = new TreeMap<>();

  FileRepository(Path directory) {
    this.remote = directory.resolve("remote");
    this.local = directory.resolve("local");
  }

  /** What looks into these two and nowhere else. */
  Repositories open(boolean offline) {
    return new Repositories(
        ContextOverrides.create()
            .withUserSettings(false)
            .withLocalRepositoryOverride(local)
            .addRepositoriesOp(ContextOverrides.AddRepositoriesOp.REPLACE)
            .repositories(
                List.of(
                    new RemoteRepository.Builder("files", "default", remote.toUri().toString())
                        .build()))
            .offline(offline)
            .build());
  }

  /**
   * Adds a jar and its description.
   *
   * @param artifact {@code group:artifact}
   * @param needs {@code group:artifact:version} each
   */
  FileRepository add(String artifact, String version, String... needs) throws IOException {
    Path folder = folderOf(artifact);
    String name = folder.getFileName() + "-" + version;
    Files.createDirectories(folder.resolve(version));
    jar(folder.resolve(version).resolve(name + ".jar"));
    Files.writeString(
        folder.resolve(version).resolve(name + ".pom"),
        "<project><modelVersion>4.0.0</modelVersion>%s<dependencies>%s</dependencies></project>"
            .formatted(
                coordinates(artifact + ":" + version),
                Stream.of(needs)
                    .map(need -> "<dependency>" + coordinates(need) + "</dependency>")
                    .collect(Collectors.joining())));
    versions.computeIfAbsent(artifact, first -> new ArrayList<>()).add(version);
    Files.writeString(
        folder.resolve("maven-metadata.xml"),
        "<metadata><versioning><versions>%s</versions></versioning></metadata>"
            .formatted(
                versions.get(artifact).stream()
                    .map(each -> "<version>" + each + "</version>")
                    .collect(Collectors.joining())));
    return this;
  }

  private Path folderOf(String artifact) {
    String[] words = artifact.split(":");
    return remote.resolve(words[0].replace('.', '/')).resolve(words[1]);
  }

  private static String coordinates(String text) {
    String[] words = text.split(":");
    return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
        .formatted(words[0], words[1], words[2]);
  }

  static Path jar(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file);
        var zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("empty"));
    }
    return file;
  }
}
