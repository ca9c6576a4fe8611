package dev.crosstalk.server;

import dev.crosstalk.resp.RespEncoder;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.CommandClass;
import dev.crosstalk.spi.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * One request that was executed, and its reply. The server has no clock: whoever has one stamps the
 * times, under the same lock as all else here.
 */
public final class Executed {
  public static final long NEVER = -1;

  private final int serial;
  private final int connection;
  private Optional<String> label;
  private final List<String> words;
  private final Optional<CommandDefinition> definition;
  private final Origin origin;
  private final Protocol protocol;
  private final RespValue reply;
  private byte[] bytes;
  private List<Executed> inside = List.of();
  private int taken;
  private int receivedStep;
  private long receivedNanos = NEVER;
  private long sentNanos = NEVER;

  Executed(
      int connection,
      Optional<String> label,
      List<String> words,
      Optional<CommandDefinition> definition,
      Origin origin,
      Protocol protocol,
      RespValue reply,
      byte[] bytes) {
    this.serial = origin.serial();
    this.connection = connection;
    this.label = label;
    this.words = List.copyOf(words);
    this.definition = definition;
    this.origin = origin;
    this.protocol = protocol;
    this.reply = reply;
    this.bytes = bytes;
  }

  public int serial() {
    return serial;
  }

  public int connection() {
    return connection;
  }

  /** The call it came from; empty for a driver's own command. */
  public Optional<String> label() {
    return label;
  }

  /** It has turned out whose it is, by what came behind it. */
  public void belongsTo(String call) {
    label = Optional.of(call);
  }

  boolean isOf(String call) {
    return label.isPresent() && label.get().equals(call);
  }

  public List<String> words() {
    return words;
  }

  /** Database, user and name at the moment of execution, before what the request itself changed. */
  public Origin origin() {
    return origin;
  }

  /** The protocol that the reply is written in. */
  public Protocol protocol() {
    return protocol;
  }

  /** The reply as it stands on the wire, downgraded under RESP2. */
  public RespValue reply() {
    return reply;
  }

  /** How a caller should read the reply. */
  public ReplyShape shape() {
    return definition.isPresent() ? definition.get().shapeOf(words) : ReplyShape.PLAIN;
  }

  /** What its words are a request for; empty where the server does not know that. */
  Optional<CommandDefinition> definition() {
    return definition;
  }

  /**
   * What an EXEC ran, in the order of its reply: of each queued command an execution whose reply is
   * that element of the reply, or the error in place of all. They owe no bytes of their own.
   */
  public List<Executed> inside() {
    return inside;
  }

  void ran(List<Executed> queued) {
    inside = List.copyOf(queued);
  }

  /** Whether the command was put off until EXEC. */
  boolean isQueued() {
    return reply.equals(Replies.QUEUED);
  }

  boolean isRefused() {
    return reply instanceof RespValue.SimpleError;
  }

  /** Whether it changed what is stored: a command that writes, run and not refused. */
  public boolean hadEffect() {
    return !isQueued()
        && !isRefused()
        && definition.isPresent()
        && definition.get().commandClass() == CommandClass.WRITES;
  }

  byte[] bytes() {
    return bytes;
  }

  /** From now on other bytes stand for its reply, illegal ones. */
  void corrupt(byte[] illegal) {
    bytes = illegal;
  }

  /** The reply's bytes, a copy; illegal ones where those were put in their place. */
  public byte[] replyBytes() {
    return bytes.clone();
  }

  /** How many bytes of the reply have left. */
  public int taken() {
    return taken;
  }

  void taken(int count) {
    taken = count;
  }

  public void stampReceived(int step, long nanos) {
    receivedStep = step;
    receivedNanos = nanos;
  }

  public void stampSent(long nanos) {
    sentNanos = nanos;
  }

  /** The same of what EXEC ran: an element may have left whole before the whole reply has. */
  public void stampElements(long nanos) {
    if (inside.isEmpty()) {
      return;
    }
    boolean apart = reply instanceof RespValue.Array;
    int end = bytes.length - (apart ? inside.stream().mapToInt(Executed::bytesInside).sum() : 0);
    for (Executed element : inside) {
      end += apart ? element.bytesInside() : 0;
      if (element.sentNanos == NEVER && taken >= end) {
        element.stampSent(nanos);
      }
    }
  }

  private int bytesInside() {
    return RespEncoder.encode(reply).length;
  }

  public int receivedStep() {
    return receivedStep;
  }

  public long receivedNanos() {
    return receivedNanos;
  }

  public long sentNanos() {
    return sentNanos;
  }
}
