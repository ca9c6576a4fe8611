package dev.crosstalk.canaries;

import dev.crosstalk.reference.BorrowedSession;
import dev.crosstalk.reference.Setup;

/**
 * A connection goes back to its pool with keys watched, and whoever borrows it next has his
 * transaction given up when one of them is changed.
 *
 * <p>Models the pool of deadpool-redis up to 0.12, which recycled a connection after a PING.
 *
 * @see <a href="https://github.com/deadpool-rs/deadpool/issues/258">deadpool issue 258</a>
 */
final class WatchSurvivesReturn extends BorrowedSession {

  WatchSurvivesReturn(Setup setup) {
    super(setup);
  }

  /** The defect: nobody asks for watched keys. */
  @Override
  protected boolean isAsNew() {
    return isOnConfiguredDatabase() && !isInTransaction();
  }
}
