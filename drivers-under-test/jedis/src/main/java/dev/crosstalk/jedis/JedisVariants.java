package dev.crosstalk.jedis;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The ways to use Jedis, and what it promises in each. */
final class JedisVariants {
  /**
   * For these the socket has the timeout {@code blockingSocketTimeoutMillis} outside of blocks, and
   * that is infinite unless one is configured.
   */
  private static final String[] BLOCKING = {"BLPOP", "BRPOP"};

  // A Jedis whose connection broke refuses every command from then on; only the pool replaces it.
  private static final Variant RAW =
      onOneConnection("raw")
          .commands(JedisBindings.RAW.names())
          .waitsForEverFor(BLOCKING)
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .build();

  private static final Variant PIPELINE =
      onOneConnection("pipeline")
          .pipeline()
          .commands(JedisBindings.PIPELINE.names())
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED)
          .build();

  private static final Variant TRANSACTION = transactional("transaction");

  private static final Variant BORROWED =
      onOneConnection("borrowed")
          .commands(JedisBindings.RAW.names())
          .waitsForEverFor(BLOCKING)
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .build();

  private static final Variant BORROWED_PIPELINE =
      onOneConnection("borrowed-pipeline")
          .pipeline()
          .commands(JedisBindings.PIPELINE.names())
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .build();

  private static final Variant BORROWED_TRANSACTION = transactional("borrowed-transaction");
  private static final Variant PUBSUB =
      Variant.named("pubsub")
          .can(Capability.RESP3, Capability.NAMES, Capability.SUBSCRIBES)
          .commands(subscribing())
          .waitsForEverFor(BLOCKING)
          .sendsAtConnect("HELLO")
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED)
          .build();

  private static Set<String> subscribing() {
    var names = new TreeSet<>(JedisBindings.RAW.names());
    names.addAll(
        List.of(
            Subscribing.SUBSCRIBE,
            Subscribing.PSUBSCRIBE,
            Subscribing.UNSUBSCRIBE,
            Subscribing.PUNSUBSCRIBE));
    return names;
  }

  private static final Variant POOL = pooled("pool").commands(JedisBindings.POOL.names()).build();

  private static final Variant CACHED =
      pooled("cached").can(Capability.CACHES).commands(cacheable()).build();

  /**
   * Without ZRANGE: what the cache keeps it serializes, and the class {@code resps.Tuple} cannot
   * be, so that each call with scores fails, on the healthiest server.
   */
  private static Set<String> cacheable() {
    var names = new TreeSet<>(JedisBindings.POOL.names());
    names.remove("ZRANGE");
    return names;
  }

  private static VariantBuilder pooled(String name) {
    return Variant.named(name)
        .pooled()
        .shared()
        .can(Capability.RESP3, Capability.NAMES, Capability.RECONNECTS)
        .waitsForEverFor(BLOCKING)
        .sendsAtConnect("HELLO")
        .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
        .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }

  private static final Variant OBJECTS =
      pooled("objects")
          .can(Capability.USER_ENCODER, Capability.USER_DECODER)
          .commands(UserObjects.POOL.names())
          .build();

  private static final Variant OBJECTS_PIPELINE =
      onOneConnection("objects-pipeline")
          .pipeline()
          .can(Capability.USER_ENCODER, Capability.USER_DECODER)
          .commands(UserObjects.IN_BLOCKS.names())
          .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY)
          .build();

  static final List<Variant> ALL =
      List.of(
          RAW,
          PIPELINE,
          TRANSACTION,
          PUBSUB,
          BORROWED,
          BORROWED_PIPELINE,
          BORROWED_TRANSACTION,
          POOL,
          CACHED,
          OBJECTS,
          OBJECTS_PIPELINE);

  private JedisVariants() {}

  /**
   * After EXEC and DISCARD, and before it goes back to its pool, a Jedis that has watched keys
   * sends an UNWATCH, and one whose transaction was not ended a DISCARD ({@code Jedis.resetState}).
   */
  private static Variant transactional(String name) {
    return onOneConnection(name)
        .transaction()
        .commands(JedisBindings.BEFORE_MULTI.names())
        .waitsForEverFor(BLOCKING)
        .sendsForItself("UNWATCH", "DISCARD")
        .loses(Loss.MAP_ORDER, Loss.SET_ORDER, Loss.SET_AS_ARRAY, Loss.MULTI_REPLY)
        .build();
  }

  private static VariantBuilder onOneConnection(String name) {
    return Variant.named(name)
        .can(Capability.RESP3, Capability.NAMES)
        .sendsAtConnect("HELLO")
        .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }
}
