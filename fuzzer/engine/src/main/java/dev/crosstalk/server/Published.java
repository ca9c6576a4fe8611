package dev.crosstalk.server;

import java.util.Optional;

/**
 * One message on its way over one connection, for one subscription there. The server has no clock:
 * whoever has one stamps the times, under the same lock as all else here.
 */
public final class Published {
  private final int connection;
  private final Optional<String> label;
  private final Optional<String> pattern;
  private final String channel;
  private final String payload;
  private final Executed cause;
  private final byte[] bytes;
  private int taken;
  private int pushedStep;
  private long pushedNanos = Executed.NEVER;
  private long sentNanos = Executed.NEVER;
  private int readStep = -1;

  Published(
      int connection,
      Optional<String> label,
      Optional<String> pattern,
      String channel,
      String payload,
      Executed cause,
      byte[] bytes) {
    this.connection = connection;
    this.label = label;
    this.pattern = pattern;
    this.channel = channel;
    this.payload = payload;
    this.cause = cause;
    this.bytes = bytes;
  }

  public int connection() {
    return connection;
  }

  /** Of the step that published it; empty where a command did. */
  public Optional<String> label() {
    return label;
  }

  /** The pattern that it comes for; empty where it comes for its channel. */
  public Optional<String> pattern() {
    return pattern;
  }

  public String channel() {
    return channel;
  }

  public String payload() {
    return payload;
  }

  /** The request that made the subscription. */
  public Executed cause() {
    return cause;
  }

  byte[] bytes() {
    return bytes;
  }

  /** As it stands on the wire, a copy. */
  public byte[] wireBytes() {
    return bytes.clone();
  }

  /** How many of its bytes have left. */
  public int taken() {
    return taken;
  }

  void taken(int count) {
    taken = count;
  }

  public void stampPushed(int step, long nanos) {
    pushedStep = step;
    pushedNanos = nanos;
  }

  public void stampSent(long nanos) {
    sentNanos = nanos;
  }

  /** The world had settled behind a step after it had left, with its connection still open. */
  public void stampRead(int step) {
    readStep = readStep < 0 ? step : readStep;
  }

  public int pushedStep() {
    return pushedStep;
  }

  public long pushedNanos() {
    return pushedNanos;
  }

  public long sentNanos() {
    return sentNanos;
  }

  /** -1 when that was never seen. */
  public int readStep() {
    return readStep;
  }
}
