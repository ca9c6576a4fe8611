package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import java.io.IOException;

/**
 * A session that is closed while its connection is being opened lets go of what it had, which is
 * nothing yet; the connection comes about a little later, and nobody ever closes it.
 *
 * <p>Models Redisson before 3.14.1 ({@code org.redisson:redisson}), whose watchdog reconnects a
 * connection that has been closed meanwhile.
 *
 * @see <a href="https://github.com/redisson/redisson/issues/3270">Redisson issue 3270</a>
 * @see <a href="https://github.com/redisson/redisson/pull/3269">Redisson pull request 3269, the
 *     fix</a>
 */
final class CloseLeavesConnectionOpen extends BlockingSession {
  private volatile boolean connecting;
  private volatile boolean closedOnce;

  CloseLeavesConnectionOpen(Setup setup) {
    super(setup);
  }

  @Override
  protected Connection connect() throws IOException {
    connecting = true;
    try {
      return super.connect();
    } finally {
      connecting = false;
    }
  }

  /** The defect: what is being opened is forgotten, and a second close does nothing. */
  @Override
  public void close() {
    if (!closedOnce && !connecting) {
      super.close();
    }
    closedOnce = true;
  }
}
