package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;

/**
 * After a reconnect the database is the configured one again, not the one that the caller selected.
 *
 * <p>Models Jedis of February 2011 ({@code redis.clients:jedis}), and many others since.
 *
 * @see <a href="https://github.com/redis/jedis/issues/85">Jedis issue 85</a>
 * @see <a href="https://github.com/PerlRedis/perl-redis/issues/38">perl-redis issue 38</a>
 */
final class ReconnectForgetsSelect extends BlockingSession {

  ReconnectForgetsSelect(Setup setup) {
    super(setup);
  }

  /** The defect: what was selected since is not asked for. */
  @Override
  protected Setup atConnect(Setup configured, int selected) {
    return configured;
  }
}
