package dev.crosstalk.canaries;

import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.SubscribingPipeline;
import java.io.IOException;
import java.util.Optional;

/**
 * A connection that is made in place of a lost one registers the listener once more: it hears of
 * each message twice.
 *
 * <p>Models node-redis 0.8 ({@code redis}), which called subscribers twice after a reconnect.
 *
 * @see <a href="https://github.com/redis/node-redis/issues/458">node-redis issue 458</a>
 */
final class ToldTwiceAfterReconnect extends SubscribingPipeline {
  private final Setup setup;
  private boolean again;

  ToldTwiceAfterReconnect(Setup setup) {
    super(setup);
    this.setup = setup;
  }

  @Override
  protected void opened(Connection fresh) throws IOException {
    again = !setup.subscriptions().isEmpty();
    super.opened(fresh);
  }

  /** The defect: the old registration is still there. */
  @Override
  protected void tell(Optional<String> pattern, String channel, String message) {
    super.tell(pattern, channel, message);
    if (again) {
      super.tell(pattern, channel, message);
    }
  }
}
