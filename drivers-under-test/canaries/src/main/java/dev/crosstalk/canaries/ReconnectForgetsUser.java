package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Settings;
import java.util.Optional;

/**
 * Only the first connection logs in; after a reconnect commands run as the default user.
 *
 * <p>Models the Vert.x client of 2015 ({@code io.vertx:vertx-redis-client}) and phpredis of 2013.
 *
 * @see <a href="https://github.com/vert-x3/vertx-redis-client/issues/31">Vert.x issue 31</a>
 * @see <a href="https://github.com/phpredis/phpredis/issues/403">phpredis issue 403</a>
 */
final class ReconnectForgetsUser extends BlockingSession {
  private boolean connectedBefore;

  ReconnectForgetsUser(Setup setup) {
    super(setup);
  }

  /** The defect: credentials are for the first time alone. */
  @Override
  protected Setup atConnect(Setup configured, int selected) {
    Setup whole = super.atConnect(configured, selected);
    if (!connectedBefore) {
      connectedBefore = true;
      return whole;
    }
    Settings settings = whole.settings();
    return whole.with(
        new Settings(
            settings.protocol(),
            settings.timeout(),
            settings.database(),
            Optional.empty(),
            settings.clientName(),
            settings.poolSize(),
            settings.reconnectDelay()));
  }
}
