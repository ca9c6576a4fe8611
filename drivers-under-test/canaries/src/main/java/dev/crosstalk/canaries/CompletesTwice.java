package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A call that timed out is completed again when its late reply comes. Nobody else gets that reply.
 * A second timeout on one connection gives it up, so that the session gets over a server that is
 * gone.
 *
 * <p>Models node_redis of February 2011 (npm: {@code redis}), whose callbacks were called with an
 * error and then again with the replies.
 *
 * @see <a href="https://github.com/redis/node-redis/issues/62">node-redis issue 62</a>
 */
final class CompletesTwice extends Pipeline {
  private final Set<Waiter> timedOut = ConcurrentHashMap.newKeySet();

  CompletesTwice(Setup setup) {
    super(setup);
  }

  @Override
  protected void expired(Waiter waiter) {
    if (!timedOut.isEmpty()) {
      super.expired(waiter);
    }
    timedOut.add(waiter);
  }

  /** The defect: goes round what lets a call end only once. */
  @Override
  protected void answered(Waiter waiter, Reply reply) {
    if (timedOut.remove(waiter)) {
      waiter.completion().complete(waiter.outcomeOf(reply));
    } else {
      super.answered(waiter, reply);
    }
  }
}
