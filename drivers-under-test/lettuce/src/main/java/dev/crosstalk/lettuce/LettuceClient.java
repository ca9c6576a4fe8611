package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.spi.Settings;
import dev.crosstalk.spi.Surroundings;
import dev.crosstalk.spi.VirtualClock;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.protocol.ProtocolVersion;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A {@link RedisClient} of its own for each client; its threads are those of the process, lent by
 * it, or of the simulated world.
 */
final class LettuceClient implements Client {
  static final int CLOSE_SECONDS_MAX = 5;

  /** Its threads where the world is the fired one. */
  private final Optional<ObservedResources> borrowed;

  private final AtomicBoolean closing = new AtomicBoolean();

  private final ClientResources resources;
  private final RedisClient client;
  private final String variant;

  LettuceClient(Surroundings surroundings) {
    borrowed = surroundings.observer().map(observer -> ObservedResources.borrow());
    resources = resourcesOf(surroundings);
    client = RedisClient.create(resources, addressOf(surroundings));
    client.setOptions(optionsOf(surroundings.settings()));
    variant = surroundings.variant();
  }

  /** A session for one lane or all; what its subscriptions bring goes to the listener. */
  private Session open(Listener listener) {
    if (variant.equals(LettuceDriver.TRANSACTION)) {
      return new TransactionSession(client.connect(new UserCodec()));
    }
    if (variant.equals(LettuceDriver.CACHED)) {
      var connection = client.connect(new UserCodec());
      return new LettuceSession(connection, CachedCalls.on(connection));
    }
    Calls calls = Calls.of(variant);
    return new LettuceSession(
        calls instanceof PubSubCalls
            ? PubSubCalls.telling(client.connectPubSub(new UserCodec()), listener)
            : client.connect(new UserCodec()),
        calls);
  }

  private ClientResources resourcesOf(Surroundings surroundings) {
    Duration reconnectDelay = surroundings.settings().reconnectDelay();
    if (surroundings.simulation().isPresent()) {
      return SimulatedResources.with(surroundings.simulation().get(), reconnectDelay);
    }
    return borrowed
        .map(it -> it.with(reconnectDelay, clockOf(surroundings), surroundings.observer().get()))
        .orElseGet(() -> ProcessResources.with(reconnectDelay));
  }

  private static VirtualClock clockOf(Surroundings surroundings) {
    return surroundings.clock().orElseThrow();
  }

  /** The timeout in here bounds TCP connect and handshake together. */
  private static RedisURI addressOf(Surroundings surroundings) {
    Settings settings = surroundings.settings();
    RedisURI.Builder uri =
        RedisURI.Builder.redis(
                surroundings.address().getHostString(), surroundings.address().getPort())
            .withDatabase(settings.database())
            .withTimeout(settings.timeout());
    settings.clientName().ifPresent(uri::withClientName);
    settings.credentials().ifPresent(it -> uri.withAuthentication(it.user(), it.password()));
    return uri.build();
  }

  private static ClientOptions optionsOf(Settings settings) {
    ClientOptions.Builder options =
        ClientOptions.builder()
            .protocolVersion(
                settings.protocol() == Protocol.RESP3
                    ? ProtocolVersion.RESP3
                    : ProtocolVersion.RESP2)
            .socketOptions(SocketOptions.builder().connectTimeout(settings.timeout()).build())
            .timeoutOptions(TimeoutOptions.enabled(settings.timeout()));
    return Maintenance.off(options).build();
  }

  /** Waits for the handshake; Lettuce itself gives up after the timeout. */
  @Override
  public Session session(SessionKind kind) {
    return session(kind, Listener.NONE);
  }

  @Override
  public Session session(SessionKind kind, Listener listener) {
    return open(listener);
  }

  /** Lettuce calls a second closing done at once, whatever has become of the first. */
  @Override
  public void close() throws Exception {
    boolean first = closing.compareAndSet(false, true);
    boolean closed = false;
    try {
      client.shutdownAsync(0, 0, TimeUnit.SECONDS).get(CLOSE_SECONDS_MAX, TimeUnit.SECONDS);
      closed = true;
    } finally {
      // Stops nothing, as every part is shared, but without it the finalizer logs a warning.
      resources.shutdown(0, 0, TimeUnit.SECONDS);
      if (first) {
        borrowed.ifPresent(closed ? ObservedResources::giveBack : ObservedResources::stop);
      }
    }
  }
}
