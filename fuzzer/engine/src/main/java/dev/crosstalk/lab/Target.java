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
   * @param folder of the driver
   * @throws dev.crosstalk.drivers.DriverFolderException when it cannot be loaded
   * @throws java.util.NoSuchElementException when there is none, or it has no such variant
   */
  public static Target load(Path folder, String variant) {
    LoadedDriver driver = DriverFolders.load(folder).orElseThrow();
    return new Target(driver, driver.variant(variant).orElseThrow());
  }

  public Subject subject() {
    return driver.subject(variant);
  }

  /** {@code jedis/raw}. */
  public String name() {
    return subject().name();
  }
}
