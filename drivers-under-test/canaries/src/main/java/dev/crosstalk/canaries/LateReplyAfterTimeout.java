package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * After a timeout the same connection is used on, so the late reply goes to the next call.
 *
 * <p>Models Jedis 3.0.0 and 3.0.1 ({@code redis.clients:jedis}); 3.1.0 refuses to read from a
 * connection that is broken. A second timeout on one connection gives it up here, so that the
 * session gets over a server that is gone.
 *
 * @see <a href="https://github.com/redis/jedis/issues/816">Jedis issue 816</a>
 * @see <a href="https://github.com/redis/jedis/pull/1923">Jedis pull request 1923, the fix</a>
 */
final class LateReplyAfterTimeout extends BlockingSession {
  private Optional<Connection> late = Optional.empty();

  LateReplyAfterTimeout(Setup setup) {
    super(setup);
  }

  /** The defect: a timeout is not a reason to close. */
  @Override
  protected void failed(Connection used, Throwable failure) {
    if (failure instanceof SocketTimeoutException && !late.equals(Optional.of(used))) {
      late = Optional.of(used);
    } else {
      super.failed(used, failure);
    }
  }

  @Override
  protected boolean isNoisy(Connection used) {
    return false;
  }
}
