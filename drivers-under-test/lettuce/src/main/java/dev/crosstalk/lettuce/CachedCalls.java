package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import io.lettuce.core.TrackingArgs;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.support.caching.CacheAccessor;
import io.lettuce.core.support.caching.CacheFrontend;
import io.lettuce.core.support.caching.ClientSideCaching;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The blocking API behind a client-side cache, which knows of GET alone. Made as its <a
 * href="https://github.com/redis/lettuce/releases/tag/6.0.0.RC1">announcement</a> does it. The
 * frontend has no state but the map, so it is as thread-safe as its connection.
 *
 * <p>With 7.7.0 what is kept may stay stale, which is not judged: a reconnect neither switches
 * tracking on again nor forgets anything (<a
 * href="https://github.com/redis/lettuce/issues/2100">issue 2100</a>), and the invalidation of all
 * keys, after a FLUSHALL, ends in a logged NullPointerException (DefaultRedisCache, where it takes
 * the keys of the message).
 */
final class CachedCalls implements Calls {
  private static final SyncCalls OTHERS = new SyncCalls();

  private static final Bindings<CacheFrontend<String, String>> KEPT =
      new Bindings<CacheFrontend<String, String>>()
          .bind("GET", (cache, words) -> cache.get(words.get(0)));

  private final CacheFrontend<String, String> frontend;

  private CachedCalls(CacheFrontend<String, String> frontend) {
    this.frontend = frontend;
  }

  /**
   * Switches tracking on, in a round trip of its own behind the handshake. A connection where that
   * fails is closed.
   */
  static CachedCalls on(StatefulRedisConnection<String, String> connection) {
    try {
      return new CachedCalls(
          ClientSideCaching.enable(
              CacheAccessor.forMap(new ConcurrentHashMap<>()),
              connection,
              TrackingArgs.Builder.enabled()));
    } catch (RuntimeException failed) {
      connection.closeAsync();
      throw failed;
    }
  }

  /** Without CLIENT TRACKING, which is the frontend's own affair. */
  static Set<String> commands() {
    var names = new TreeSet<>(OTHERS.names());
    names.remove("CLIENT TRACKING");
    return names;
  }

  @Override
  public Set<String> names() {
    return commands();
  }

  @Override
  public InFlight start(
      StatefulRedisConnection<String, String> connection, Command command, Completion completion)
      throws Exception {
    if (!KEPT.names().contains(command.name())) {
      return OTHERS.start(connection, command, completion);
    }
    Object value = KEPT.invoke(frontend, command);
    completion.complete(Replies.outcomeOf(command, value, null));
    return InFlight.ENDED;
  }
}
