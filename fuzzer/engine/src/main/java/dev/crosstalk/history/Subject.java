package dev.crosstalk.history;

import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Variant;

/**
 * Which driver ran.
 *
 * @param driver its name, and where another release was asked for, which: {@code jedis}, {@code
 *     jedis@7.0.0}
 * @param version as its jar states it
 * @param variant what it declares for the variant that ran
 */
public record Subject(String driver, String version, Kind kind, Variant variant) {

  /** Driver and variant as the command line takes them: {@code jedis/raw}. */
  public String name() {
    return driver + "/" + variant.name();
  }

  /** Driver and version, for people: {@code jedis 7.0.0}. */
  public String title() {
    return driver.replaceFirst("@.*", "") + " " + version;
  }
}
