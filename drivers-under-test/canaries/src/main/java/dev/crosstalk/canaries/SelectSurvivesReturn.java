package dev.crosstalk.canaries;

import dev.crosstalk.reference.BorrowedSession;
import dev.crosstalk.reference.Setup;

/**
 * A connection goes back to its pool on the database that its last user selected, and the next one
 * finds it there.
 *
 * <p>Models the pool of Jedis up to 2.1.0 ({@code redis.clients:jedis}), which selected a database
 * when it made a connection and not when it lent one.
 *
 * @see <a href="https://github.com/redis/jedis/pull/429">Jedis pull request 429</a>
 */
final class SelectSurvivesReturn extends BorrowedSession {

  SelectSurvivesReturn(Setup setup) {
    super(setup);
  }

  /** The defect: nobody looks at the database. */
  @Override
  protected boolean isAsNew() {
    return !isInTransaction() && !isWatching();
  }
}
