package dev.crosstalk.server;

/** Tells everybody who is subscribed. */
@FunctionalInterface
interface Publisher {

  /** How many were told. */
  int publish(String channel, String payload);
}
