package dev.crosstalk.jedis;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.DriverVersion;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;

/**
 * <a href="https://github.com/redis/jedis">Jedis</a> in its ways: {@code raw}, the class {@link
 * Jedis} with one connection for one thread, the same with {@code pipeline} or {@code transaction},
 * and {@code pool}, {@link RedisClient}, which borrows a connection for each command; {@code
 * cached} is that with its client-side cache.
 *
 * <p>All block, and none sends a command twice by default, so there is no delivery rule to declare:
 * the overview of its components says of {@code DefaultCommandExecutor} "No retry logic".
 *
 * @see <a
 *     href="https://github.com/redis/jedis/blob/master/docs/redis-client-components-overview.md"
 *     >redis-client-components-overview.md</a>
 */
public final class JedisDriver implements Driver {
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

  private static final Declaration DECLARATION =
      new Declaration(
          "jedis",
          DriverVersion.of(Jedis.class, "redis.clients", "jedis"),
          Kind.REAL,
          List.of(
              RAW,
              PIPELINE,
              TRANSACTION,
              PUBSUB,
              BORROWED,
              BORROWED_PIPELINE,
              BORROWED_TRANSACTION,
              POOL,
              CACHED));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  /** Connects nothing yet: {@code pool} does so when it borrows, all others with each session. */
  @Override
  public Client open(Surroundings surroundings) {
    // As a number: Jedis shuffles the addresses of a name.
    var server =
        new HostAndPort(
            surroundings.address().getAddress().getHostAddress(), surroundings.address().getPort());
    Settings settings = surroundings.settings();
    return switch (surroundings.variant()) {
      case "pool" -> PoolClient.plain(server, configOf(settings), settings, JedisBindings.POOL);
      case "cached" -> PoolClient.caching(server, configOf(settings), settings, JedisBindings.POOL);
      case "borrowed", "borrowed-pipeline", "borrowed-transaction" ->
          new BorrowedClient(server, configOf(settings), sessions(surroundings.variant()));
      default -> new RawClient(server, configOf(settings), sessions(surroundings.variant()));
    };
  }

  private static BiFunction<RawClient.Owned, Listener, Session> sessions(String variant) {
    return switch (variant) {
      case "pipeline", "borrowed-pipeline" ->
          (owned, listener) -> new PipelineSession(owned, JedisBindings.PIPELINE);
      case "transaction", "borrowed-transaction" ->
          (owned, listener) ->
              new TransactionSession(owned, JedisBindings.BEFORE_MULTI, JedisBindings.TRANSACTION);
      case "pubsub" -> (owned, listener) -> new SubscriberSession(owned, direct(owned), listener);
      default -> (owned, listener) -> direct(owned);
    };
  }

  private static BlockingSession<Jedis> direct(RawClient.Owned owned) {
    return new BlockingSession<>(owned.jedis(), JedisBindings.RAW, owned.alive(), owned.closing());
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    return JedisFailures.outcomeOf(failure);
  }

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

  private static JedisClientConfig configOf(Settings settings) {
    // To Jedis zero means no timeout at all.
    int timeoutMillis = Math.max(1, Math.toIntExact(settings.timeout().toMillis()));
    var config =
        DefaultJedisClientConfig.builder()
            .protocol(RedisProtocol.valueOf(settings.protocol().name()))
            .timeoutMillis(timeoutMillis)
            .database(settings.database());
    settings.clientName().ifPresent(config::clientName);
    settings.credentials().ifPresent(c -> config.user(c.user()).password(c.password()));
    return config.build();
  }
}
