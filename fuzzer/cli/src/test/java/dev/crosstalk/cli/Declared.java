package dev.crosstalk.cli;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.releases.Releases;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A driver that declares itself and does nothing else. */
record Declared(Declaration declaration) implements Driver {

  static LoadedDriver driver(String name, Kind kind, String... variants) {
    var declaration =
        new Declaration(
            name, "1.0", kind, Stream.of(variants).map(v -> Variant.named(v).build()).toList());
    return new LoadedDriver(new Declared(declaration), declaration, Path.of(name));
  }

  /** A choice among drivers that are in no repository. */
  static DriverChoice choice(List<LoadedDriver> drivers, String... with) {
    return new DriverChoice(
        drivers, new ReleaseChoice(Console.ofProcess(), Releases::ofUser), List.of(with));
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
