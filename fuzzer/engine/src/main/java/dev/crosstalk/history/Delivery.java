package dev.crosstalk.history;

import java.util.Optional;

/**
 * A message as a driver told it to a listener.
 *
 * @param session number of the session whose listener it is, as in {@link CallHistory#session}
 * @param pattern the one it was told for; empty where it was told for its channel
 * @param message what the listener was given
 * @param step index of the step under way when it was told
 * @param failed whether the listener threw
 */
public record Delivery(
    int session,
    Optional<String> pattern,
    String channel,
    String message,
    int step,
    long atNanos,
    boolean failed) {}
