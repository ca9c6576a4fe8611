package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;

/**
 * A RESP3 push takes the first of the row with it: that call never ends, and every later one gets
 * its predecessor's reply.
 *
 * <p>Models Vert.x 4.3.1 to 5.1.1 ({@code io.vertx:vertx-redis-client}), which has no timeout
 * either. The same kind of bug is documented for hiredis.
 *
 * @see <a href="https://github.com/redis/hiredis/issues/825">hiredis issue 825</a>
 */
final class PushEatsWaiter extends Pipeline {

  PushEatsWaiter(Setup setup) {
    super(setup);
  }

  /** The defect: a push is taken for the reply to somebody. */
  @Override
  protected void pushed(Reply.Push push) {
    takeFirst().ifPresent(Waiter::disarm);
  }
}
