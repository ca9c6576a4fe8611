package dev.crosstalk.canaries;

import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.TransactionSession;
import java.util.Optional;

/**
 * The connection is lost between WATCH and MULTI, and the transaction runs on the next one, where
 * nothing is watched: whatever others have changed meanwhile is written over.
 *
 * <p>Models ioredis, which opens another connection behind its caller's back.
 *
 * @see <a href="https://github.com/redis/ioredis/issues/1686">ioredis issue 1686</a>
 */
final class WatchLostAtReconnect extends TransactionSession {

  WatchLostAtReconnect(Setup setup) {
    super(setup);
  }

  /** The defect: any connection will do. */
  @Override
  protected boolean isLost(Optional<Connection> watched, Connection used) {
    return false;
  }
}
