package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Settings;
import java.net.InetSocketAddress;

/**
 * Everything a session needs to know.
 *
 * @param pool of the client's sessions that borrow
 * @param listener told what comes to a session that subscribes
 * @param subscriptions what the session was subscribed to last
 */
public record Setup(
    Platform platform,
    InetSocketAddress address,
    Settings settings,
    IdleConnections pool,
    Listener listener,
    Subscriptions subscriptions) {

  /** Of a session that does not subscribe. */
  Setup(Platform platform, InetSocketAddress address, Settings settings, IdleConnections pool) {
    this(platform, address, settings, pool, Listener.NONE, new Subscriptions());
  }

  /** The same for a session of its own. */
  Setup telling(Listener other) {
    return new Setup(platform, address, settings, pool, other, new Subscriptions());
  }

  /** The same on another database. */
  Setup selecting(int database) {
    return with(
        new Settings(
            settings.protocol(),
            settings.timeout(),
            database,
            settings.credentials(),
            settings.clientName(),
            settings.poolSize(),
            settings.reconnectDelay()));
  }

  /** The same with other settings. */
  public Setup with(Settings others) {
    return new Setup(platform, address, others, pool, listener, subscriptions);
  }
}
