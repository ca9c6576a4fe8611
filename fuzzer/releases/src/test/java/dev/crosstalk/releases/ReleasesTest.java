package dev.crosstalk.releases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.drivers.Release;
import dev.crosstalk.releases.ReleaseException.Fault;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleasesTest {
  private static final Declaration BUILT =
      new Declaration("ape", "2.1", Kind.REAL, List.of(Variant.named("plain").build()))
          .released("org.zoo:ape-client", "[1.5,2),[2.0.1,3)");

  @TempDir Path directory;
  private FileRepository repository;

  @BeforeEach
  void fillRepository() throws IOException {
    repository =
        new FileRepository(directory)
            .add("org.zoo:food", "1")
            .add("org.zoo:food", "2")
            .add("org.zoo:ape-client", "1.4", "org.zoo:food:1")
            .add("org.zoo:ape-client", "1.5", "org.zoo:food:1")
            .add("org.zoo:ape-client", "1.6", "org.zoo:food:1")
            .add("org.zoo:ape-client", "2.1", "org.zoo:food:2")
            .add("org.zoo:ape-client", "2.2.0.RELEASE", "org.zoo:food:2")
            .add("org.zoo:ape-client", "2.3-rc1", "org.zoo:food:2");
    FileRepository.jar(folder().resolve("lib/ape-client-2.1.jar"));
    FileRepository.jar(folder().resolve("lib/food-2.jar"));
    FileRepository.jar(folder().resolve("lib/quiet-logs-1.7.jar"));
  }

  @Test
  void takesAVersionWithWhatItNeedsAndLeavesTheAdapterItsOwn() throws Exception {
    Release release = find(new Wanted.Version("1.6"));
    assertThat(release.name()).isEqualTo("1.6");
    assertThat(files(release))
        .containsExactly("ape-client-1.6.jar", "food-1.jar", "quiet-logs-1.7.jar");
  }

  @Test
  void takesTheNewestThatIsMeantForEverybody() throws Exception {
    assertThat(find(new Wanted.Latest()).name()).isEqualTo("2.2.0.RELEASE");
  }

  @Test
  void takesAnotherVersionOfWhatADriverNeeds() throws Exception {
    Release release = find(new Wanted.Version("1.6"), "org.zoo:food:2");
    assertThat(release.with()).containsExactly("org.zoo:food:2");
    assertThat(files(release))
        .containsExactly("ape-client-1.6.jar", "food-2.jar", "quiet-logs-1.7.jar");
    assertThat(find(new Wanted.Declared(), "org.zoo:food:1").name()).isEqualTo("2.1");
  }

  @Test
  void putsAJarInThePlaceOfTheDriversOwn() throws Exception {
    Path own = FileRepository.jar(directory.resolve("my builds/ape.jar"));
    Release release = find(new Wanted.Jar(own));
    assertThat(release.name()).isEqualTo("file:" + own);
    assertThat(files(release)).containsExactly("ape.jar", "food-2.jar", "quiet-logs-1.7.jar");
  }

  @Test
  void needsNoNetworkForWhatWasUsedBefore() throws Exception {
    Release before = find(new Wanted.Version("1.6"));
    try (var releases = new Releases(repository.open(true))) {
      assertThat(releases.find(driver(), new Wanted.Version("1.6"), List.of())).isEqualTo(before);
    }
  }

  @Test
  void refusesAVersionThatTheAdapterDoesNotFit() {
    assertRefused(
        new Wanted.Version("1.4"),
        Fault.DRIVER,
        "the adapter does not fit version 1.4 of org.zoo:ape-client",
        "it fits [1.5,2),[2.0.1,3)");
    assertRefused(
        new Wanted.Version("2.0.0"),
        Fault.DRIVER,
        "the adapter does not fit version 2.0.0 of org.zoo:ape-client",
        "it fits [1.5,2),[2.0.1,3)");
  }

  @Test
  void namesTheVersionsNearOneThatDoesNotExist() {
    assertRefused(
        new Wanted.Version("1.5.7"),
        Fault.DRIVER,
        "version 1.5.7 of org.zoo:ape-client is not to be had",
        "there are, near it, 1.4, 1.5, 1.6, 2.1, 2.2.0.RELEASE");
  }

  @Test
  void refusesAJarThatIsNotThere() {
    assertRefused(
        new Wanted.Jar(Path.of("/nowhere/ape.jar")),
        Fault.DRIVER,
        "there is no jar /nowhere/ape.jar",
        "it takes a version that is released, latest, or file:PATH.jar");
  }

  @Test
  void refusesExtrasThatAreNoneOrNotThere() {
    assertRefused(
        new Wanted.Version("1.6"),
        Fault.WITH,
        "'org.zoo:food' is no artifact",
        "it takes group:artifact:version",
        "org.zoo:food");
    assertRefused(
        new Wanted.Version("1.6"),
        Fault.WITH,
        "org.zoo:food:3 is not to be had",
        "there are, near it, 1, 2",
        "org.zoo:food:3");
    assertRefused(
        new Wanted.Version("1.6"),
        Fault.WITH,
        "org.zoo:nothing:1 is not to be had",
        "no repository tells of a version of org.zoo:nothing",
        "org.zoo:nothing:1");
  }

  @Test
  void knowsNoOtherVersionOfADriverThatIsNotReleased() {
    var unreleased = new Declaration("ape", "1", Kind.REAL, BUILT.variants());
    try (var releases = new Releases(repository.open(false))) {
      assertThatThrownBy(
              () -> releases.find(driver(unreleased), new Wanted.Version("2"), List.of()))
          .isInstanceOf(ReleaseException.class)
          .hasMessage("driver ape has no other versions");
    }
  }

  private void assertRefused(
      Wanted wanted, Fault fault, String wrong, String accepted, String... with) {
    assertThatThrownBy(() -> find(wanted, with))
        .isInstanceOfSatisfying(
            ReleaseException.class,
            refused -> {
              assertThat(refused).hasMessageStartingWith(wrong);
              assertThat(refused.fault()).isEqualTo(fault);
              assertThat(refused.accepted()).isEqualTo(accepted);
            });
  }

  private Release find(Wanted wanted, String... with) throws ReleaseException {
    try (var releases = new Releases(repository.open(false))) {
      return releases.find(driver(), wanted, List.of(with));
    }
  }

  private static List<String> files(Release release) {
    return release.libraries().stream()
        .map(file -> Path.of(file).getFileName().toString())
        .toList();
  }

  private Path folder() {
    return directory.resolve("drivers-under-test/ape/target/driver");
  }

  private LoadedDriver driver() {
    return driver(BUILT);
  }

  private LoadedDriver driver(Declaration declaration) {
    return new LoadedDriver(new Declared(declaration), declaration, folder());
  }

  /** Declares itself, and does nothing else. */
  private record Declared(Declaration declaration) implements Driver {
    @Override
    public Client open(Surroundings surroundings) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Outcome outcomeOf(Throwable failure) {
      throw new UnsupportedOperationException();
    }
  }
}
