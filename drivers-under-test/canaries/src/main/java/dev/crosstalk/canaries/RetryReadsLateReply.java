package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import java.net.SocketTimeoutException;
import java.util.Optional;

/**
 * A command that timed out is sent again over the same connection. The reply that comes late is
 * taken for the second one's; that stays, and goes to the next command.
 *
 * <p>Models redis-rb up to 3.3 with its option {@code reconnect_attempts}, where the second reply
 * is even seen as the first one's. A second timeout on one connection gives it up.
 *
 * @see <a href="https://github.com/redis/redis-rb/issues/668">redis-rb issue 668</a>
 */
final class RetryReadsLateReply extends BlockingSession {
  private Optional<Connection> late = Optional.empty();

  RetryReadsLateReply(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    try {
      return super.start(command, completion);
    } catch (SocketTimeoutException again) {
      return super.start(command, completion);
    }
  }

  /** The defect: the connection is used on, although a reply is on its way. */
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
