package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import io.lettuce.core.api.StatefulRedisConnection;
import java.util.Set;

/** One of Lettuce's typed APIs: which of its methods runs which command, and how a call ends. */
interface Calls {

  /** The names of the commands bound. */
  Set<String> names();

  /** As {@link dev.crosstalk.spi.Session#start}. */
  InFlight start(
      StatefulRedisConnection<String, String> connection, Command command, Completion completion)
      throws Exception;

  /** Those of a variant. */
  static Calls of(String variant) {
    return switch (variant) {
      case "async" -> new AsyncCalls();
      case "sync" -> new SyncCalls();
      case "reactive" -> new ReactiveCalls();
      case "pubsub" -> new PubSubCalls();
      default -> throw new IllegalArgumentException("no variant " + variant);
    };
  }
}
