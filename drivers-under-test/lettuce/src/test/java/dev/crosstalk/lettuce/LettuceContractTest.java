package dev.crosstalk.lettuce;

import dev.crosstalk.contract.DriverContract;
import dev.crosstalk.spi.Script;
import java.util.Set;

/** Inherits everything. */
public final class LettuceContractTest extends DriverContract {

  /**
   * After a reconnect or a MULTI that timed out a transaction is none any more, and a subscriber's
   * confirmations are taken for replies: more guises than the corpus could hold.
   */
  @Override
  protected Set<String> campaignsOnly() {
    return Set.of("pubsub", "transaction");
  }

  /** With 7.7.0 neither EXEC's results nor a connection that subscribes may hold a boolean. */
  @Override
  protected Set<Script> unreadByItself(String variant) {
    return variant.equals("transaction") || variant.equals("pubsub")
        ? Set.of(Script.BOOL)
        : Set.of();
  }

  /** With 7.7.0 it ends in a NullPointerException, logged: {@code DefaultRedisCache}, line 43. */
  @Override
  protected boolean heedsTheInvalidationOfAllKeys() {
    return false;
  }
}
