package dev.crosstalk.server;

import dev.crosstalk.spi.CommandClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why a connection may be told that keys have changed: since when it tracks, and which keys it has
 * read since, by which request. As Redis, a key is told of once, and then has to be read again;
 * databases are not told apart.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/client-side-caching/">Client-side
 *     caching</a>
 */
final class Tracking {
  private Optional<Executed> on = Optional.empty();
  private final Map<String, Executed> readBy = new HashMap<>();

  /** Takes in what was executed, with tracking on or off after it. */
  void note(Executed done, boolean tracking) {
    if (!tracking) {
      if (on.isPresent()) {
        on = Optional.empty();
        readBy.clear();
      }
      return;
    }
    on = Optional.of(on.orElse(done));
    noteKeys(done, done);
    done.inside().forEach(run -> noteKeys(run, done));
  }

  private void noteKeys(Executed run, Executed owed) {
    boolean reads =
        run.definition().filter(it -> it.commandClass() == CommandClass.READS).isPresent();
    if (reads && !run.isQueued() && !run.isRefused()) {
      List<String> keys = run.definition().orElseThrow().keysOf(run.words());
      keys.forEach(key -> readBy.put(key, owed));
    }
  }

  /** The request behind whose reply it may be told that all keys have changed. */
  Optional<Executed> causeForAll() {
    return on;
  }

  /** The same of one key, which is told of with that. */
  Optional<Executed> takeCauseFor(String key) {
    return Optional.ofNullable(readBy.remove(key));
  }
}
