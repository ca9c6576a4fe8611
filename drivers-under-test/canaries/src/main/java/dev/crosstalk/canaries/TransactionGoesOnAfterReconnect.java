package dev.crosstalk.canaries;

import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.TransactionSession;
import java.io.IOException;

/**
 * A connection is lost inside a transaction, and what is left of that goes over the next one, where
 * no MULTI was: it is executed at once.
 *
 * <p>Models perl-redis up to 1.974 with its option {@code reconnect}.
 *
 * @see <a href="https://github.com/PerlRedis/perl-redis/issues/85">perl-redis issue 85</a>
 */
final class TransactionGoesOnAfterReconnect extends TransactionSession {

  TransactionGoesOnAfterReconnect(Setup setup) {
    super(setup);
  }

  /** The defect: any connection will do. */
  @Override
  protected <T> T inside(Exchange<T> exchange) throws IOException {
    return using(exchange);
  }
}
