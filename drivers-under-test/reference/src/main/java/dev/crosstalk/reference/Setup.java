package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Settings;
import java.net.InetSocketAddress;

/**
 * Everything a session needs to know.
 *
 * @param pool of the client's sessions that borrow
 */
public record Setup(
    Platform platform, InetSocketAddress address, Settings settings, IdleConnections pool) {

  /** The same on another database. */
  Setup selecting(int database) {
    return with(
        new Settings(
            settings.protocol(),
            settings.timeout(),
            database,
            settings.credentials(),
            settings.poolSize(),
            settings.reconnectDelay()));
  }

  /** The same with other settings. */
  public Setup with(Settings others) {
    return new Setup(platform, address, others, pool);
  }
}
