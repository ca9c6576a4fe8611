package dev.crosstalk.sample;

import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.lab.Target;
import dev.crosstalk.spi.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder with the sample driver in it, as a build leaves them. */
public final class SampleHome {
  private static final String SERVICE = "META-INF/services/dev.crosstalk.spi.Driver";

  private SampleHome() {}

  /**
   * The sample driver in one of its variants, loaded from its folder.
   *
   * @param home where the folder is made
   */
  public static Target target(Path home, Variant variant) {
    return new Target(load(home), variant);
  }

  private static LoadedDriver load(Path home) {
    Path folder = home.resolve("drivers-under-test/sample/target/driver");
    Path classes = folder.resolve("classes");
    Path sample = Path.of(SampleDriver.class.getPackageName().replace('.', '/'));
    try {
      Files.createDirectories(classes.resolve(sample));
      try (Stream<Path> files = Files.list(built().resolve(sample))) {
        List<Path> all = files.toList();
        for (Path file : all) {
          Files.write(
              classes.resolve(sample).resolve(file.getFileName()), Files.readAllBytes(file));
        }
      }
      Path service = classes.resolve(SERVICE);
      Files.createDirectories(service.getParent());
      Files.writeString(service, SampleDriver.class.getName() + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return DriverFolders.load(folder).orElseThrow();
  }

  private static Path built() {
    try {
      return Path.of(
          SampleDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
