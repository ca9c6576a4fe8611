package dev.crosstalk.lab;

import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.history.Subject;
import dev.crosstalk.spi.Variant;
import java.nio.file.Path;

/** What a campaign fuzzes: a driver in one of its variants. */
public record Target(LoadedDriver driver, Variant variant) {

  /**
   * A target whose driver is loaded for it.
   *
   * @throws dev.crosstalk.drivers.DriverFolderException when it cannot be loaded
   * @throws java.util.NoSuchElementException when there is none, or it has no such variant
   */
  public static Target load(TargetReference reference) {
    LoadedDriver driver =
        DriverFolders.load(Path.of(reference.folder()), reference.release()).orElseThrow();
    Variant variant = driver.variant(reference.variant()).orElseThrow();
    return new Target(driver, variant.fitting(reference.commands(), reference.worlds()));
  }

  /** For {@link #load}. */
  public TargetReference reference() {
    return new TargetReference(
        name(),
        driver.folder().toString(),
        driver.release(),
        variant.name(),
        variant.commands(),
        variant.worlds());
  }

  public Subject subject() {
    return driver.subject(variant);
  }

  /** {@code jedis/raw}; {@code jedis@7.0.0/raw}. */
  public String name() {
    return subject().name();
  }

  /**
   * What a scenario's header says, for its replay to find the same: the name, and {@code with} what
   * was asked for besides, as in {@code jedis@7.0.0/raw with org.json:json:20240303}.
   */
  public String asked() {
    return name()
        + driver.release().stream()
            .flatMap(release -> release.with().stream())
            .map(with -> " with " + with)
            .reduce("", String::concat);
  }
}
