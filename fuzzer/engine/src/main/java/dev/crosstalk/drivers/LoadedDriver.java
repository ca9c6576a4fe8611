package dev.crosstalk.drivers;

import dev.crosstalk.history.Subject;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A driver, loaded from its folder.
 *
 * @param folder where it was found
 */
public record LoadedDriver(Driver driver, Declaration declaration, Path folder) {

  public Optional<Variant> variant(String name) {
    return declaration.variants().stream().filter(v -> v.name().equals(name)).findFirst();
  }

  /** Another instance, in a class loader of its own: for a world that shares nothing. */
  public Driver loadedAgain(Rewriting rewriting) {
    return DriverFolders.loadForSimulation(folder, rewriting);
  }

  /** This driver in one of its variants, as histories name it. */
  public Subject subject(Variant variant) {
    return new Subject(declaration.name(), declaration.version(), declaration.kind(), variant);
  }
}
