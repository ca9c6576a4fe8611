package dev.crosstalk.canaries;

import dev.crosstalk.reference.BorrowedSession;
import dev.crosstalk.reference.Setup;

/**
 * A connection goes back to its pool inside a transaction that its user gave up without DISCARD:
 * what the next one asks is queued.
 *
 * <p>Models the persistent connections of phpredis in 2011, whose next user got {@code +QUEUED}.
 *
 * @see <a href="https://github.com/phpredis/phpredis/issues/94">phpredis issue 94</a>
 */
final class MultiSurvivesReturn extends BorrowedSession {

  MultiSurvivesReturn(Setup setup) {
    super(setup);
  }

  /** The defect: nobody asks for an open transaction. */
  @Override
  protected boolean isAsNew() {
    return isOnConfiguredDatabase() && !isWatching();
  }
}
