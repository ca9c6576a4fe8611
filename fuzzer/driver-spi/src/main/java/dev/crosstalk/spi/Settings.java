package dev.crosstalk.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a driver is to be configured. Durations are those of the world: already scaled.
 *
 * @param timeout a command's timeout, and that of connecting and of each handshake round trip
 * @param database selected at connect; 0 to 15
 * @param clientName what each connection is named when it is made, as {@code CLIENT SETNAME} takes
 *     it; empty for none; only drivers with {@link Capability#NAMES} look at it
 * @param poolSize connections at most, 1 or more; only {@link SessionKind#POOLED} looks at it
 * @param reconnectDelay pause before a lost connection is opened again; only drivers with {@link
 *     Capability#RECONNECTS} look at it
 */
public record Settings(
    Protocol protocol,
    Duration timeout,
    int database,
    Optional<Credentials> credentials,
    Optional<String> clientName,
    int poolSize,
    Duration reconnectDelay) {

  public Settings {
    Objects.requireNonNull(protocol, "protocol");
    Objects.requireNonNull(credentials, "credentials");
    if (!clientName.map(Settings::isClientName).orElse(true)) {
      throw new IllegalArgumentException(
          "client name is " + clientName + ", must be visible ASCII");
    }
    if (timeout.isNegative() || timeout.isZero()) {
      throw new IllegalArgumentException("timeout is " + timeout + ", must be more than zero");
    }
    if (reconnectDelay.isNegative()) {
      throw new IllegalArgumentException("reconnect delay is " + reconnectDelay);
    }
    if (database < 0 || database > 15) {
      throw new IllegalArgumentException("database is " + database + ", must be 0 to 15");
    }
    if (poolSize < 1) {
      throw new IllegalArgumentException("pool size is " + poolSize + ", must be 1 or more");
    }
  }

  /**
   * Whether Redis lets a connection be named so: visible ASCII, no blanks, and not empty, which
   * would take the name away.
   *
   * @see <a href="https://redis.io/docs/latest/commands/client-setname/">CLIENT SETNAME</a>
   */
  public static boolean isClientName(String name) {
    return !name.isEmpty() && name.chars().allMatch(c -> '!' <= c && c <= '~');
  }
}
