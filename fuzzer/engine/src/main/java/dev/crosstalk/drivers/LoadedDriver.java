package dev.crosstalk.drivers;

import dev.crosstalk.history.Subject;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A driver, loaded from its folder.
 *
 * @param folder where it was found
 * @param release that takes the place of the one in the folder
 */
public record LoadedDriver(
    Driver driver, Declaration declaration, Path folder, Optional<Release> release) {

  /** As its folder was built. */
  public LoadedDriver(Driver driver, Declaration declaration, Path folder) {
    this(driver, declaration, folder, Optional.empty());
  }

  /** {@code jedis}; where another release was asked for, {@code jedis@7.0.0}. */
  public String name() {
    return declaration.name() + release.map(other -> "@" + other.name()).orElse("");
  }

  /** The same, with those variants alone; at least one. */
  public LoadedDriver fitting(List<Variant> variants) {
    var fitting =
        new Declaration(
            declaration.name(),
            declaration.version(),
            declaration.kind(),
            variants,
            declaration.released());
    return new LoadedDriver(driver, fitting, folder, release);
  }

  public Optional<Variant> variant(String name) {
    return declaration.variants().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /** Another instance, in a class loader of its own: for a world that shares nothing. */
  public Driver loadedAgain(Rewriting rewriting) {
    return DriverFolders.loadForSimulation(folder, release, rewriting);
  }

  /** This driver in one of its variants, as histories name it. */
  public Subject subject(Variant variant) {
    return new Subject(name(), declaration.version(), declaration.kind(), variant);
  }
}
