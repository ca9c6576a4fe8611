package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Cause;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.CommandClass;
import dev.crosstalk.spi.Declaration;
import dev.crosstalk.spi.DeliveryRule;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.spi.DriverVersion;
import dev.crosstalk.spi.Grade;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import io.lettuce.core.RedisClient;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;

/**
 * The adapter of Lettuce 6.1 to 7. What a connection sends before its first call, at each reconnect
 * too; every line waits for the answers to the one before, and what the CLIENT line says may be
 * answered by errors (SETINFO as by a Redis before 7.2; where a SETNAME is, calls run without the
 * name):
 *
 * <pre>
 * RESP3  HELLO 3 [AUTH user password]            RESP2  AUTH user password, or else PING
 *                [SETNAME name]
 *        [SELECT database]                              [SELECT database]
 *        CLIENT SETINFO lib-name,                       [CLIENT SETNAME name,]
 *        CLIENT SETINFO lib-ver                         both SETINFO as under RESP3
 * </pre>
 *
 * Of {@code cached} the first connection, and none after it, also carries CLIENT TRACKING ON, in a
 * line of its own.
 *
 * <p>A reconnect's handshake that gets no answer leaves the command it waited for among those to be
 * sent again (seen with 7.7.0): the next connection then carries it once more after its own
 * handshake, so HELLO, AUTH, PING, SELECT and CLIENT come in any number before the calls.
 */
public final class LettuceDriver implements Driver {
  static final String TRANSACTION = "transaction";
  static final String CACHED = "cached";

  private static final String RELIABILITY =
      "https://redis.github.io/lettuce/advanced-usage/command-execution-reliability/";

  /** At least once: what was not answered when the connection failed is executed again. */
  private static final URI SENT_AGAIN =
      URI.create(RELIABILITY + "#failures-and-at-least-once-execution");

  /** The default mode: without a connection calls are buffered, and sent when there is one. */
  private static final URI BUFFERED =
      URI.create(RELIABILITY + "#switching-between-at-least-once-and-at-most-once-operations");

  /**
   * Thread-safe by its <a href="https://redis.github.io/lettuce/overview/">documentation</a>. A
   * call's timeout runs from its start to its end, through any number of connections; after that it
   * is not sent again.
   */
  private static VariantBuilder variant(String name) {
    return anywhere(name, SessionKind.DIRECT).commands(Calls.of(name).names());
  }

  private static VariantBuilder anywhere(String name, SessionKind session) {
    return Variant.named(name)
        .timeoutPerCall()
        .sendsAtConnect("HELLO", "AUTH", "PING")
        .loses(Loss.FLAG_OR_NUMBER, Loss.BESIDE_AN_ERROR, Loss.SET_AS_ARRAY, Loss.MAP_AS_ARRAY)
        .delivers(
            documented(CommandClass.READS, session, Cause.CONNECTION_LOST, SENT_AGAIN),
            documented(CommandClass.WRITES, session, Cause.CONNECTION_LOST, SENT_AGAIN),
            documented(CommandClass.READS, session, Cause.UNSENT, BUFFERED),
            documented(CommandClass.WRITES, session, Cause.UNSENT, BUFFERED))
        .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }

  /** "A dedicated connection to each concurrent process", says the documentation. */
  private static Variant transaction() {
    return anywhere(TRANSACTION, SessionKind.TRANSACTION)
        .transaction()
        .async()
        .commands(TransactionSession.names())
        .can(
            Capability.RESP3,
            Capability.CANCEL,
            Capability.FUTURES,
            Capability.RECONNECTS,
            Capability.NAMES,
            Capability.USER_ENCODER,
            Capability.USER_DECODER)
        .build();
  }

  private static final List<Variant> VARIANTS =
      List.of(
          shared(variant("async").async(), Capability.CANCEL, Capability.FUTURES),
          shared(variant("sync")),
          shared(
              anywhere(CACHED, SessionKind.DIRECT).commands(CachedCalls.commands()),
              Capability.CACHES),
          shared(variant("reactive").async(), Capability.CANCEL),
          transaction(),
          // A connection for each lane: which of them has subscribed would else be nobody's.
          variant("pubsub")
              .async()
              .can(
                  Capability.RESP3,
                  Capability.CANCEL,
                  Capability.FUTURES,
                  Capability.RECONNECTS,
                  Capability.NAMES,
                  Capability.USER_ENCODER,
                  Capability.SUBSCRIBES)
              .build());

  private static Variant shared(VariantBuilder variant, Capability... more) {
    var can =
        EnumSet.of(
            Capability.RESP3,
            Capability.RECONNECTS,
            Capability.NAMES,
            Capability.USER_ENCODER,
            Capability.USER_DECODER);
    can.addAll(List.of(more));
    return variant.shared().can(can).build();
  }

  private static DeliveryRule documented(
      CommandClass commands, SessionKind session, Cause cause, URI source) {
    return new DeliveryRule(commands, session, cause, Grade.DOCUMENTED, source);
  }

  @Override
  public Declaration declaration() {
    String version = DriverVersion.of(RedisClient.class, "io.lettuce", "lettuce-core");
    return new Declaration("lettuce", version, Kind.REAL, VARIANTS)
        .released("io.lettuce:lettuce-core", "[6.1,8)");
  }

  /** Connects nowhere yet: the first session does. */
  @Override
  public Client open(Surroundings surroundings) {
    return new LettuceClient(surroundings);
  }

  @Override
  public Outcome outcomeOf(Throwable failure) {
    return LettuceFailures.outcomeOf(failure);
  }
}
