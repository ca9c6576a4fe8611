package dev.crosstalk.generate;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Calling;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Sharing;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What scenarios for a variant may speak of, from what it declares. Steps outside it would do
 * nothing; leaving them out saves cases, not correctness.
 *
 * @param commands names that lanes may start, sorted
 * @param futures whether what a caller has of a call is a future that is the driver's own
 * @param caches whether calls in the same words may be answered from a cache
 * @param owns whether each lane has a session of its own, which it may change and give back
 * @param blocking whether a lane waits for each call before it makes the next
 */
public record Vocabulary(
    List<String> commands,
    boolean blocking,
    boolean resp3,
    boolean cancels,
    boolean futures,
    boolean interrupts,
    boolean userEncoder,
    boolean userDecoder,
    boolean caches,
    boolean owns,
    SessionKind session) {

  /** Asks for a reply that attributes stand before, under RESP3. */
  static final String ATTRIBUTES = "DEBUG PROTOCOL";

  /** What the server answers and generated lanes start; a variant has some or all of them. */
  static final Set<String> STARTED =
      Set.of(
          "GET",
          "SET",
          "MGET",
          "INCR",
          "STRLEN",
          "EXISTS",
          "TYPE",
          "LRANGE",
          "LLEN",
          "BLPOP",
          "BRPOP",
          "HGET",
          "HGETALL",
          "SMEMBERS",
          "ZSCORE",
          "ZRANGE",
          "ECHO",
          "PING",
          Script.EVAL,
          Script.EVALSHA,
          ATTRIBUTES);

  static final String SELECT = "SELECT";

  static final String WATCH = "WATCH";

  static final String UNWATCH = "UNWATCH";

  static final String TRACKING = "CLIENT TRACKING";

  public Vocabulary {
    commands = List.copyOf(commands);
  }

  /** What a variant can be asked. */
  public static Vocabulary of(Variant variant) {
    boolean blocking = variant.calling() == Calling.BLOCKING;
    return new Vocabulary(
        List.copyOf(new TreeSet<>(variant.commands())),
        blocking,
        variant.can(Capability.RESP3),
        variant.can(Capability.CANCEL),
        variant.can(Capability.FUTURES),
        blocking && variant.sharing() == Sharing.LANE,
        variant.can(Capability.USER_ENCODER),
        variant.can(Capability.USER_DECODER),
        variant.can(Capability.CACHES),
        variant.sharing() == Sharing.LANE,
        variant.session());
  }

  /** The commands among {@link #STARTED}. */
  List<String> started() {
    var started = new ArrayList<String>(commands.size());
    for (String command : commands) {
      if (STARTED.contains(command)) {
        started.add(command);
      }
    }
    return started;
  }

  /** Whether a lane can select a database of its own. */
  boolean selects() {
    return owns && commands.contains(SELECT);
  }

  /** Whether a lane can watch keys before it begins a transaction. */
  boolean watches() {
    return owns && session == SessionKind.TRANSACTION && commands.contains(WATCH);
  }

  boolean unwatches() {
    return watches() && commands.contains(UNWATCH);
  }

  /** Whether a lane can subscribe. */
  boolean subscribes() {
    return commands.contains(Subscribing.SUBSCRIBE);
  }

  boolean pooled() {
    return session == SessionKind.POOLED;
  }

  /** Whether lanes gather commands in blocks. */
  boolean blocks() {
    return !Block.words(session).isEmpty();
  }

  boolean tracks() {
    return resp3 && commands.contains(TRACKING);
  }
}
