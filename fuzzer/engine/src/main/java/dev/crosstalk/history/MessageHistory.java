package dev.crosstalk.history;

import java.util.Optional;

/**
 * One copy of a message: what the server pushed over one connection for one subscription there.
 *
 * @param label of the step that published it; empty where a command did
 * @param pattern the one it was pushed for; empty where it was for its channel
 * @param message what was published
 * @param cause serial of the request that made the subscription
 * @param wireBytes as it stands on the wire, one character a byte (ISO 8859-1)
 * @param step index of the step that published it
 * @param sentNanos just before its last byte was let out; -1 if that never left
 * @param readStep index of the first step behind which the world had settled with all of it let out
 *     and the connection still open, so that the driver had read it; the number of steps where that
 *     was in healing, before lanes began to end what they thought open; -1 for never
 */
public record MessageHistory(
    Optional<String> label,
    int connection,
    Optional<String> pattern,
    String channel,
    String message,
    int cause,
    String wireBytes,
    int step,
    long pushedNanos,
    long sentNanos,
    int takenBytes,
    int readStep) {

  /** Whether all of it had left by a moment. */
  public boolean hadLeft(long nanos) {
    return sentNanos >= 0 && sentNanos <= nanos;
  }
}
