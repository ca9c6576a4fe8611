package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import java.io.EOFException;

/**
 * The end of what the server sends is taken for the failure of one call, and the connection goes on
 * being used: as long as the server still reads, every call on it fails.
 *
 * <p>Models phpredis in 2016 and 2017 ({@code phpredis/phpredis}), which sends commands over a
 * connection seconds after the server's FIN has come.
 *
 * @see <a href="https://github.com/phpredis/phpredis/issues/1058">phpredis issue 1058</a>
 */
final class HalfClosedGoesOnBeingUsed extends BlockingSession {

  HalfClosedGoesOnBeingUsed(Setup setup) {
    super(setup);
  }

  /** The defect: only a write that fails ends a connection. */
  @Override
  protected void failed(Connection used, Throwable failure) {
    if (!(failure instanceof EOFException)) {
      super.failed(used, failure);
    }
  }
}
