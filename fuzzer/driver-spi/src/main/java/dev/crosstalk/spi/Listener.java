package dev.crosstalk.spi;

import java.util.Optional;

/** Code of the user that a session tells what was published to what it has subscribed to. */
@FunctionalInterface
public interface Listener {

  /** One that nobody listens to, for sessions that cannot subscribe. */
  Listener NONE = (pattern, channel, message) -> {};

  /**
   * A message came. From whatever thread the driver tells it on.
   *
   * @param pattern the one it came for; empty where it came for its channel
   * @throws UserCode.Failure where the message says so; goes to the driver as it is
   */
  void message(Optional<String> pattern, String channel, String message);
}
