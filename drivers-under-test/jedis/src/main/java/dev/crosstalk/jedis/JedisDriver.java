package dev.crosstalk.jedis;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.DriverVersion;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Surroundings;
import java.util.function.BiFunction;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisProtocol;

/**
 * <a href="https://github.com/redis/jedis">Jedis</a> in its ways: {@code raw}, the class {@link
 * Jedis} with one connection for one thread, the same with {@code pipeline} or {@code transaction},
 * and {@code pool}, {@link CurrentPool RedisClient}, which borrows a connection for each command;
 * {@code cached} is that with its client-side cache. {@code objects} is the pool, and with a word
 * behind it a block, used by {@link redis.clients.jedis.CommandObject}s of the user's own.
 *
 * <p>All block, and none sends a command twice by default, so there is no delivery rule to declare:
 * the overview of its components says of {@code DefaultCommandExecutor} "No retry logic".
 *
 * @see <a
 *     href="https://github.com/redis/jedis/blob/master/docs/redis-client-components-overview.md"
 *     >redis-client-components-overview.md</a>
 */
public final class JedisDriver implements Driver {
  private static final Declaration DECLARATION =
      new Declaration(
              "jedis",
              DriverVersion.of(Jedis.class, "redis.clients", "jedis"),
              Kind.REAL,
              JedisVariants.ALL)
          .released("redis.clients:jedis", "[5.1,9)");

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
      case "objects" -> PoolClient.plain(server, configOf(settings), settings, UserObjects.POOL);
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
      case "objects-pipeline" ->
          (owned, listener) -> new PipelineSession(owned, UserObjects.IN_BLOCKS);
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
