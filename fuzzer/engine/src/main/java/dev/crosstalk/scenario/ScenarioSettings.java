package dev.crosstalk.scenario;

import dev.crosstalk.spi.Credentials;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Settings;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How the driver is set up in a scenario. Durations are nominal: a world scales them all alike.
 *
 * @param lanes how many callers probe after healing; 1 to {@link #LANES_MAX}
 * @param timeout of a command, of connecting, and of each handshake round trip
 * @param clientName what the driver is told to name its connections; visible ASCII without blanks
 * @param reconnectDelay pause before a lost connection is opened again, where the driver has one
 * @param schedule the seed of what no step states: whose turn it is, how many bytes arrive at once;
 *     zero for the plain schedule, the oldest first and all at once
 */
public record ScenarioSettings(
    Protocol protocol,
    Duration timeout,
    int lanes,
    int database,
    Optional<Credentials> credentials,
    Optional<String> clientName,
    int poolSize,
    Duration reconnectDelay,
    int schedule) {
  public static final int LANES_MAX = 8;
  public static final int POOL_MAX = 16;
  public static final int SCHEDULE_MAX = 999_999_999;
  public static final Duration DURATION_MAX = Duration.ofHours(1);

  /** RESP2, 60 s, one lane, database 0, no credentials, no name, one pooled connection, 1 s. */
  public static final ScenarioSettings PLAIN =
      new ScenarioSettings(
          Protocol.RESP2,
          Duration.ofSeconds(60),
          1,
          0,
          Optional.empty(),
          Optional.empty(),
          1,
          Duration.ofSeconds(1),
          0);

  public ScenarioSettings {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(credentials, "credentials");
    if (!clientName.map(Settings::isClientName).orElse(true)) {
      throw new IllegalArgumentException("name=" + clientName.get() + " is no client's name");
    }
    requireDuration("timeout", timeout, Duration.ofMillis(1));
    requireDuration("reconnect", reconnectDelay, Duration.ZERO);
    requireRange("lanes", lanes, 1, LANES_MAX);
    requireRange("database", database, 0, 15);
    requireRange("pool", poolSize, 1, POOL_MAX);
    requireRange("schedule", schedule, 0, SCHEDULE_MAX);
  }

  /** Without a name, and with the plain schedule. */
  public ScenarioSettings(
      Protocol protocol,
      Duration timeout,
      int lanes,
      int database,
      Optional<Credentials> credentials,
      int poolSize,
      Duration reconnectDelay) {
    this(
        protocol,
        timeout,
        lanes,
        database,
        credentials,
        Optional.empty(),
        poolSize,
        reconnectDelay,
        0);
  }

  /** The same with another schedule. */
  public ScenarioSettings withSchedule(int seed) {
    return new ScenarioSettings(
        protocol,
        timeout,
        lanes,
        database,
        credentials,
        clientName,
        poolSize,
        reconnectDelay,
        seed);
  }

  /** The same with so many lanes that probe. */
  public ScenarioSettings withLanes(int probing) {
    return new ScenarioSettings(
        protocol,
        timeout,
        probing,
        database,
        credentials,
        clientName,
        poolSize,
        reconnectDelay,
        schedule);
  }

  /** The same under another name, or none. */
  public ScenarioSettings withClientName(Optional<String> name) {
    return new ScenarioSettings(
        protocol, timeout, lanes, database, credentials, name, poolSize, reconnectDelay, schedule);
  }

  private static void requireRange(String what, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(what + "=" + value + " is not from " + min + " to " + max);
    }
  }

  private static void requireDuration(String what, Duration value, Duration min) {
    if (value.compareTo(min) < 0 || value.compareTo(DURATION_MAX) > 0) {
      throw new IllegalArgumentException(
          what + "=" + value.toMillis() + "ms is not from " + min.toMillis() + "ms to 1h");
    }
  }
}
