package dev.crosstalk.spi;

import java.net.InetSocketAddress;
import java.util.Objects;

/**
 * What a driver finds when it is opened.
 *
 * @param address where the server listens; always a loopback address
 * @param variant the {@link Variant#name()} to open
 */
public record Surroundings(InetSocketAddress address, String variant, Settings settings) {

  public Surroundings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(settings, "settings");
  }
}
