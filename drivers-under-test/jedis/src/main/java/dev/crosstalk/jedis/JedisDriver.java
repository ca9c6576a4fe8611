package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.DriverVersion;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import java.util.List;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.commands.JedisCommands;

/**
 * <a href="https://github.com/redis/jedis">Jedis</a> in its two ways: {@code raw}, the class {@link
 * Jedis} with one connection for one thread, and {@code pool}, {@link RedisClient}, which borrows a
 * connection for each command.
 *
 * <p>Both block, and neither sends a command twice by default, so there is no delivery rule to
 * declare: the overview of its components says of {@code DefaultCommandExecutor} "No retry logic".
 *
 * @see <a
 *     href="https://github.com/redis/jedis/blob/master/docs/redis-client-components-overview.md"
 *     >redis-client-components-overview.md</a>
 */
public final class JedisDriver implements Driver {
  private static final Bindings<Jedis> RAW_COMMANDS =
      JedisDriver.<Jedis>keyed()
          .bind("ECHO", (jedis, args) -> jedis.echo(args.getFirst()))
          .bind("PING", (jedis, args) -> jedis.ping());

  private static final Bindings<RedisClient> POOL_COMMANDS =
      JedisDriver.<RedisClient>keyed()
          .bind("ECHO", (redis, args) -> redis.echo(args.getFirst()))
          .bind("PING", (redis, args) -> redis.ping());

  // A Jedis whose connection broke refuses every command from then on; only the pool replaces it.
  private static final Variant RAW =
      Variant.named("raw")
          .can(Capability.RESP3)
          .commands(RAW_COMMANDS.names())
          .sendsAtConnect("HELLO")
          .loses(Loss.MAP_ORDER)
          .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED)
          .build();

  private static final Variant POOL =
      Variant.named("pool")
          .pooled()
          .shared()
          .can(Capability.RESP3, Capability.RECONNECTS)
          .commands(POOL_COMMANDS.names())
          .sendsAtConnect("HELLO")
          .loses(Loss.MAP_ORDER)
          .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED)
          .build();

  private static final Declaration DECLARATION =
      new Declaration(
          "jedis",
          DriverVersion.of(Jedis.class, "redis.clients", "jedis"),
          Kind.REAL,
          List.of(RAW, POOL));

  @Override
  public Declaration declaration() {
    return DECLARATION;
  }

  /** Connects nothing yet: {@code raw} does so with each session, {@code pool} when it borrows. */
  @Override
  public Client open(Surroundings surroundings) {
    // As a number: Jedis shuffles the addresses of a name.
    var server =
        new HostAndPort(
            surroundings.address().getAddress().getHostAddress(), surroundings.address().getPort());
    Settings settings = surroundings.settings();
    return surroundings.variant().equals(POOL.name())
        ? new PoolClient(server, configOf(settings), settings, POOL_COMMANDS)
        : new RawClient(server, configOf(settings), RAW_COMMANDS);
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    return JedisFailures.outcomeOf(failure);
  }

  /** The commands that both APIs have from an interface in common. */
  private static <A extends JedisCommands> Bindings<A> keyed() {
    return new Bindings<A>()
        .bind("GET", (api, args) -> api.get(args.getFirst()))
        .bind("SET", (api, args) -> api.set(args.get(0), args.get(1)))
        .bind("MGET", (api, args) -> api.mget(args.toArray(String[]::new)))
        .bind("INCR", (api, args) -> api.incr(args.getFirst()))
        .bind(
            "LRANGE",
            (api, args) ->
                api.lrange(args.get(0), Long.parseLong(args.get(1)), Long.parseLong(args.get(2))))
        .bind("HGETALL", (api, args) -> api.hgetAll(args.getFirst()));
  }

  private static JedisClientConfig configOf(Settings settings) {
    // To Jedis zero means no timeout at all.
    int timeoutMillis = Math.max(1, Math.toIntExact(settings.timeout().toMillis()));
    var config =
        DefaultJedisClientConfig.builder()
            .protocol(RedisProtocol.valueOf(settings.protocol().name()))
            .timeoutMillis(timeoutMillis)
            .database(settings.database());
    settings.credentials().ifPresent(c -> config.user(c.user()).password(c.password()));
    return config.build();
  }
}
