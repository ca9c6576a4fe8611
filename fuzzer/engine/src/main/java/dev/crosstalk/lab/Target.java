package dev.crosstalk.lab;

import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.history.Subject;
import dev.crosstalk.spi.Variant;

/** What a campaign fuzzes: a driver in one of its variants. */
public record Target(LoadedDriver driver, Variant variant) {

  public Subject subject() {
    return driver.subject(variant);
  }

  /** {@code jedis/raw}. */
  public String name() {
    return subject().name();
  }
}
