package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Settings;
import java.util.Optional;

/**
 * Only the first connection is named; after a reconnect commands run without a name.
 *
 * <p>Models Valkey GLIDE of September 2023, before its first release. Other drivers, as redis-py,
 * forget a name that was given by a command.
 *
 * @see <a href="https://github.com/valkey-io/valkey-glide/issues/407">Valkey GLIDE issue 407</a>
 * @see <a href="https://github.com/redis/redis-py/issues/2245">redis-py issue 2245</a>
 */
final class ReconnectForgetsName extends BlockingSession {
  private boolean connectedBefore;

  ReconnectForgetsName(Setup setup) {
    super(setup);
  }

  /** The defect: the name is for the first time alone. */
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
            settings.credentials(),
            Optional.empty(),
            settings.poolSize(),
            settings.reconnectDelay()));
  }
}
