package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import java.util.List;

/**
 * When a connection is lost with several calls on it, the last of them is forgotten: neither the
 * loss nor its timeout ever ends it.
 *
 * <p>Models the Lettuce of May 2015 ({@code biz.paluch.redis:lettuce}), whose author writes of
 * commands that run into a "won't ever come back" state around a reconnect.
 *
 * @see <a href="https://github.com/redis/lettuce/issues/56">Lettuce issue 56</a>
 */
final class CallNeverCompletes extends Pipeline {

  CallNeverCompletes(Setup setup) {
    super(setup);
  }

  /** The defect: all timers are called off, and the loop ends one too early. */
  @Override
  protected void lost(List<Waiter> orphans, Throwable cause) {
    orphans.forEach(Waiter::disarm);
    super.lost(orphans.subList(0, Math.max(1, orphans.size() - 1)), cause);
  }
}
