package dev.crosstalk.reference;

import java.util.Optional;

/**
 * A {@link TransactionSession} that borrows its connection for as long as it is open, and gives
 * back none but one on which nothing was changed and nothing is under way.
 */
public class BorrowedSession extends TransactionSession {
  private final IdleConnections pool;

  public BorrowedSession(Setup setup) {
    super(setup);
    this.pool = setup.pool();
  }

  /** Those that idle are on the configured database. */
  @Override
  protected Optional<Connection> idle() {
    if (!isOnConfiguredDatabase()) {
      return Optional.empty();
    }
    Optional<Connection> next = pool.take();
    while (next.isPresent() && (isNoisy(next.get()) || next.get().isClosed())) {
      next.get().close();
      next = pool.take();
    }
    return next;
  }

  /** Whether the next borrower would find a connection as if it were new. */
  protected boolean isAsNew() {
    return isOnConfiguredDatabase() && !isInTransaction() && !isWatching();
  }

  @Override
  protected void failed(Connection used, Throwable failure) {
    super.failed(used, failure);
    pool.clear();
  }

  @Override
  public void close() {
    if (isAsNew()) {
      surrender().ifPresent(pool::giveBack);
    }
    super.close();
  }
}
