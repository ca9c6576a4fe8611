package dev.crosstalk.jedis;

import dev.crosstalk.contract.DriverContract;
import java.util.Set;

/** Inherits everything. */
public final class JedisContractTest extends DriverContract {

  /**
   * A subscriber's connection loses its place after almost any fault, and a pool that is closed may
   * leave a connection open after any failure: more guises than the corpus could hold.
   */
  @Override
  protected Set<String> campaignsOnly() {
    return Set.of("pubsub", "cached", "borrowed", "borrowed-pipeline", "borrowed-transaction");
  }
}
