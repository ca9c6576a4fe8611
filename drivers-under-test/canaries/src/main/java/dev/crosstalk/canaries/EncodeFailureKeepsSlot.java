package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;
import java.io.IOException;

/**
 * A call takes its place in the row before it is encoded, and keeps it when the encoder throws: it
 * swallows the next reply, and every later call gets its successor's.
 *
 * <p>Models Lettuce up to 6.8.1, 7.0.0 and 7.1.0 ({@code io.lettuce:lettuce-core}); right in 6.8.2,
 * 7.0.1 and 7.1.1.
 *
 * @see <a href="https://github.com/redis/lettuce/issues/2012">Lettuce issue 2012</a>
 * @see <a href="https://github.com/redis/lettuce/pull/3443">Lettuce pull request 3443, the fix</a>
 */
final class EncodeFailureKeepsSlot extends Pipeline {

  EncodeFailureKeepsSlot(Setup setup) {
    super(setup);
  }

  /** The defect: queued, then encoded. */
  @Override
  protected void send(Waiter waiter) throws IOException {
    inOneStep(
        () -> {
          queue(waiter);
          write(waiter, waiter.encode());
        });
  }

  /** As there, a call that has ended takes whatever comes, and nobody looks at its type. */
  @Override
  protected void answered(Waiter waiter, Reply reply) {
    if (!waiter.hasEnded()) {
      super.answered(waiter, reply);
    }
  }
}
