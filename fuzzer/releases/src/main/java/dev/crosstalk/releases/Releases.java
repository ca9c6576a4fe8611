package dev.crosstalk.releases;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.drivers.Release;
import dev.crosstalk.releases.ReleaseException.Fault;
import dev.crosstalk.spi.Released;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Finds other versions of drivers than those that their folders were built with. */
public final class Releases implements AutoCloseable {
  private static final String ACCEPTED =
      "it takes a version that is released, latest, or file:PATH.jar";

  /** So many on either side of a version that does not exist. */
  private static final int NEAR = 3;

  private final Repositories repositories;

  Releases(Repositories repositories) {
    this.repositories = repositories;
  }

  /** From where the user's Maven has its artifacts. */
  public static Releases ofUser() {
    return new Releases(Repositories.ofUser());
  }

  /**
   * What a driver is to be loaded from.
   *
   * @param driver as its folder was built
   * @param with {@code group:artifact[:classifier]:version} each: what the driver is to have
   *     besides, or in that version whatever it asks for itself
   * @throws ReleaseException when the adapter does not fit that version, or something is not to be
   *     had
   */
  public Release find(LoadedDriver driver, Wanted wanted, List<String> with)
      throws ReleaseException {
    Released released = released(driver);
    List<Extra> extras = Extra.parse(with);
    String declared = driver.declaration().version();
    return switch (wanted) {
      case Wanted.Declared() -> release(driver, declared, extras);
      case Wanted.Version(String version) -> release(driver, covered(released, version), extras);
      case Wanted.Latest() -> release(driver, covered(released, latest(released)), extras);
      case Wanted.Jar(Path file) -> {
        Path jar = jar(file);
        List<Artifact> found = replaced(resolved(released, declared, extras), released, jar);
        yield release(driver, "file:" + jar, extras, found);
      }
    };
  }

  private Release release(LoadedDriver driver, String version, List<Extra> extras)
      throws ReleaseException {
    return release(driver, version, extras, resolved(released(driver), version, extras));
  }

  private Release release(
      LoadedDriver driver, String name, List<Extra> extras, List<Artifact> found)
      throws ReleaseException {
    List<Artifact> built = resolved(released(driver), driver.declaration().version(), List.of());
    return new Release(
        name,
        extras.stream().map(Extra::text).toList(),
        ClassPath.of(found, built, driver.folder()));
  }

  private static Released released(LoadedDriver driver) throws ReleaseException {
    return driver
        .declaration()
        .released()
        .orElseThrow(
            () ->
                wrong(
                    "driver " + driver.declaration().name() + " has no other versions",
                    "leave version and --with out"));
  }

  private static String covered(Released released, String version) throws ReleaseException {
    if (!Versions.covers(released.versions(), version)) {
      throw wrong(
          "the adapter does not fit version " + version + " of " + released.artifact(),
          "it fits " + released.versions());
    }
    return version;
  }

  private String latest(Released released) throws ReleaseException {
    return Versions.newest(repositories.versions(released.artifact()))
        .orElseThrow(
            () ->
                wrong(
                    "no repository tells of a version of " + released.artifact(),
                    "without a network, name one that was used before"));
  }

  private static Path jar(Path file) throws ReleaseException {
    if (!Files.isRegularFile(file) || !file.toString().endsWith(".jar")) {
      throw wrong("there is no jar " + file, ACCEPTED);
    }
    return file.toAbsolutePath().normalize();
  }

  private static List<Artifact> replaced(List<Artifact> found, Released released, Path jar) {
    Artifact main = Repositories.artifact(released.artifact(), "0");
    return found.stream()
        .map(
            artifact ->
                artifact.getGroupId().equals(main.getGroupId())
                        && artifact.getArtifactId().equals(main.getArtifactId())
                        && artifact.getClassifier().equals(main.getClassifier())
                    ? artifact.setFile(jar.toFile())
                    : artifact)
        .toList();
  }

  private List<Artifact> resolved(Released released, String version, List<Extra> extras)
      throws ReleaseException {
    var roots = new ArrayList<Artifact>();
    roots.add(Repositories.artifact(released.artifact(), version));
    extras.forEach(extra -> roots.add(extra.artifact()));
    try {
      return repositories.resolve(roots);
    } catch (DependencyResolutionException failed) {
      throw missing(released, version, extras, failed);
    }
  }

  private ReleaseException missing(
      Released released, String version, List<Extra> extras, DependencyResolutionException failed) {
    String why =
        String.valueOf(failed.getCause() == null ? failed : failed.getCause().getMessage());
    for (ArtifactResult result : failed.getResult().getArtifactResults()) {
      if (result.isResolved()) {
        continue;
      }
      Artifact missing = result.getRequest().getArtifact();
      for (Extra extra : extras) {
        if (extra.is(missing)) {
          return new ReleaseException(
              Fault.WITH, extra.text() + " is not to be had: " + why, near(extra));
        }
      }
      Artifact main = Repositories.artifact(released.artifact(), version);
      if (main.getArtifactId().equals(missing.getArtifactId())) {
        return wrong(
            "version " + version + " of " + released.artifact() + " is not to be had: " + why,
            near(released.artifact(), version));
      }
    }
    return wrong(
        "not all that version %s of %s needs is to be had: %s"
            .formatted(version, released.artifact(), why),
        ACCEPTED);
  }

  private String near(Extra extra) {
    String artifact = extra.text().substring(0, extra.text().lastIndexOf(':'));
    return near(artifact, extra.artifact().getVersion());
  }

  private String near(String artifact, String version) {
    List<String> near = Versions.near(repositories.versions(artifact), version, NEAR);
    return near.isEmpty()
        ? "no repository tells of a version of " + artifact
        : "there are, near it, " + String.join(", ", near);
  }

  private static ReleaseException wrong(String wrong, String accepted) {
    return new ReleaseException(Fault.DRIVER, wrong, accepted);
  }

  @Override
  public void close() {
    repositories.close();
  }
}
