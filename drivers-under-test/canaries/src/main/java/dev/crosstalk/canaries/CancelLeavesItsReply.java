package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;
import java.util.Optional;

/**
 * A call that was cancelled leaves the row, and not what was sent for it: its reply goes to the
 * call behind it, and so on.
 *
 * <p>Models redis-py up to 4.5.4 ({@code redis.asyncio}), found when a cancelled request to ChatGPT
 * showed users the titles of others.
 *
 * @see <a href="https://github.com/redis/redis-py/issues/2624">redis-py issue 2624</a>
 */
final class CancelLeavesItsReply extends Pipeline {

  CancelLeavesItsReply(Setup setup) {
    super(setup);
  }

  /** The defect: who has ended is passed over. */
  @Override
  protected void answered(Waiter waiter, Reply reply) {
    Optional<Waiter> next = Optional.of(waiter);
    while (next.filter(Waiter::hasEnded).isPresent()) {
      next = takeFirst();
    }
    next.ifPresent(one -> one.end(one.outcomeOf(reply)));
  }
}
