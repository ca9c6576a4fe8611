package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Reply;
import java.io.IOException;
import java.io.InterruptedIOException;

/**
 * A thread that is interrupted between sending and reading gives up, and leaves the reply on a
 * connection that is used on.
 *
 * <p>Models aredis up to 1.0.8, whose connections go back to their pool with what an interrupted
 * command has not read.
 *
 * @see <a href="https://github.com/NoneGG/aredis/issues/52">aredis issue 52</a>
 */
final class InterruptLeavesReply extends BlockingSession {

  InterruptLeavesReply(Setup setup) {
    super(setup);
  }

  @Override
  protected Reply exchange(Connection used, byte[] command) throws IOException {
    used.send(command);
    if (Thread.interrupted()) {
      throw new InterruptedIOException("interrupted before the reply was read");
    }
    return used.reply();
  }

  /** The defect: what was sent is forgotten. */
  @Override
  protected void failed(Connection used, Throwable failure) {
    if (failure.getClass() != InterruptedIOException.class) {
      super.failed(used, failure);
    }
  }

  @Override
  protected boolean isNoisy(Connection used) {
    return false;
  }
}
