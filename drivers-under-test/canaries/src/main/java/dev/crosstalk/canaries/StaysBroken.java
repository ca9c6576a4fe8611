package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.NotConnectedException;
import dev.crosstalk.reference.Setup;
import java.io.IOException;

/**
 * Once a connection was lost, every call is refused for ever, although the session says that it is
 * usable.
 *
 * <p>Models Vert.x 3.4.2 ({@code io.vertx:vertx-redis-client}), whose connection falls into an
 * error state that it never leaves.
 *
 * @see <a href="https://github.com/vert-x3/vertx-redis-client/issues/93">Vert.x issue 93</a>
 */
final class StaysBroken extends BlockingSession {
  private boolean broken;

  StaysBroken(Setup setup) {
    super(setup);
  }

  @Override
  protected void failed(Connection used, Throwable failure) {
    super.failed(used, failure);
    broken = true;
  }

  /** The defect: nothing ever takes {@code broken} back. */
  @Override
  protected Connection connect() throws IOException {
    if (broken) {
      throw new NotConnectedException("the connection is in state ERROR");
    }
    return super.connect();
  }
}
