package dev.crosstalk.cli;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A driver in a folder, as a build leaves it; it declares itself and does nothing else. */
public final class FolderDriver implements Driver {

  /** Puts it among the drivers of a home, with variants {@code real} and {@code everywhere}. */
  static void build(Path home) throws IOException {
    Path classes = home.resolve("drivers-under-test/folder/target/driver/classes");
    String name = FolderDriver.class.getName();
    Path file = classes.resolve(name.replace('.', '/') + ".class");
    Path service = classes.resolve("META-INF/services/" + Driver.class.getName());
    Files.createDirectories(file.getParent());
    Files.createDirectories(service.getParent());
    try (InputStream in = FolderDriver.class.getResourceAsStream("FolderDriver.class")) {
      Files.write(file, in.readAllBytes());
    }
    Files.writeString(service, name + "\n");
  }

  @Override
  public Declaration declaration() {
    Variant everywhere =
        Variant.named("everywhere").alsoIn(WorldKind.SIMULATED, WorldKind.FIRED).build();
    return new Declaration(
        "folder", "1.0", Kind.CANARY, List.of(Variant.named("real").build(), everywhere));
  }

  @Override
  public Client open(Surroundings surroundings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    throw new UnsupportedOperationException();
  }
}
