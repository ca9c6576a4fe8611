package dev.crosstalk.server;

import dev.crosstalk.resp.Bytes;
import dev.crosstalk.resp.RequestDecoder;
import dev.crosstalk.resp.RequestSyntaxException;
import dev.crosstalk.resp.Resp2Downgrade;
import dev.crosstalk.resp.RespEncoder;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** One connection of the server: from bytes received to requests executed and replies owed. */
public final class ServerConnection {

  /**
   * What awaits a connection when it is made.
   *
   * @param refused it is reset at once
   * @param lost its peer is gone from the beginning
   * @param delayed nobody accepts it yet, and so nobody reads it
   */
  public record Reception(boolean refused, boolean lost, boolean delayed) {}

  /** What stands for the words of bytes that are no request. */
  private static final String MALFORMED = "(malformed)";

  private final int id;
  private final Server server;
  private final SessionState session;
  private final Gate gate;
  private final Reception reception;
  private final RequestDecoder decoder = new RequestDecoder();
  private final List<Executed> queued = new ArrayList<>();
  private final Tracking tracking = new Tracking();

  /** What has subscribed to each channel and pattern. */
  private final Map<String, Executed> channels = new LinkedHashMap<>();

  private final Map<String, Executed> patterns = new LinkedHashMap<>();

  /** What a request of this connection has published to it: comes behind the reply to that. */
  private final List<Published> ownMessages = new ArrayList<>();

  private boolean executing;

  ServerConnection(int id, Server server, Gate gate, Reception reception) {
    this.id = id;
    this.server = server;
    this.session = new SessionState(id);
    this.gate = gate;
    this.reception = reception;
  }

  /** Counted from 1 in the order of acceptance. */
  public int id() {
    return id;
  }

  public Gate gate() {
    return gate;
  }

  /** Whether QUIT or a protocol error asks for the connection's end once all owed has left. */
  public boolean closing() {
    return session.closing;
  }

  /** What awaits a connection when it is made. */
  public Reception reception() {
    return reception;
  }

  /** Accepted to be answered only after healing. */
  public boolean stalled() {
    return gate.stalled();
  }

  /**
   * Takes bytes from the driver and executes the requests that they complete.
   *
   * @return what was executed now, in order; may be empty; bytes that are no request come last, as
   *     {@code (malformed)}
   */
  public List<Executed> receive(byte[] chunk) {
    var executed = new ArrayList<Executed>();
    receive(chunk, executed::add);
    return executed;
  }

  /**
   * The same, each told before the next is executed: whose call a request is may hang on the one
   * before it.
   */
  public void receive(byte[] chunk, Consumer<Executed> executed) {
    try {
      decoder.feed(chunk, 0, chunk.length);
      // As Redis: what comes behind a QUIT or a protocol error is never looked at.
      while (!session.closing) {
        var request = decoder.poll();
        if (request.isEmpty()) {
          return;
        }
        executed.accept(execute(words(request.get())));
      }
    } catch (RequestSyntaxException malformed) {
      executed.accept(breakOff(malformed));
    }
  }

  /** Takes bytes that nobody reads: each request that they complete is told, and not executed. */
  public void discard(byte[] chunk, Consumer<List<String>> discarded) {
    try {
      decoder.feed(chunk, 0, chunk.length);
      for (var next = decoder.poll(); next.isPresent(); next = decoder.poll()) {
        discarded.accept(words(next.get()));
      }
    } catch (RequestSyntaxException malformed) {
      // Nobody is there who could say so.
      discarded.accept(List.of(MALFORMED));
    }
  }

  private static List<String> words(List<Bytes> request) {
    var words = new String[request.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = request.get(i).utf8();
    }
    return List.of(words);
  }

  private Executed execute(List<String> words) {
    var origin = new Origin(session.database, session.user, session.name, server.nextSerial());
    Optional<String> label = server.attribute(id, words);
    executing = true;
    Optional<CommandDefinition> command = CommandTable.find(words);
    RespValue reply =
        server.engine().execute(session, command, words, origin.serial(), server.errorFor(label));
    executing = false;
    byte[] bytes = onWire(command, reply);
    var done = new Executed(id, label, words, command, origin, session.protocol, reply, bytes);
    tieToExec(done);
    tracking.note(done, session.tracking);
    noteCauses(channels, session.subscriptions.channels, done);
    noteCauses(patterns, session.subscriptions.patterns, done);
    gate.owe(done);
    for (Published message : ownMessages) {
      gate.push(message);
    }
    ownMessages.clear();
    return done;
  }

  /** Confirmations stand one after the other, each a reply of its own. */
  private static byte[] onWire(Optional<CommandDefinition> command, RespValue reply) {
    if (reply instanceof RespValue.Array(List<RespValue> elements)
        && command.orElseThrow().shape() == ReplyShape.CONFIRMATIONS) {
      var out = new ByteArrayOutputStream();
      elements.forEach(element -> out.writeBytes(RespEncoder.encode(element)));
      return out.toByteArray();
    }
    return RespEncoder.encode(reply);
  }

  private static void noteCauses(Map<String, Executed> causes, Set<String> now, Executed done) {
    // Most connections never subscribe to anything.
    if (!causes.isEmpty() || !now.isEmpty()) {
      causes.keySet().retainAll(now);
      now.forEach(name -> causes.putIfAbsent(name, done));
    }
  }

  /** Whether it is subscribed to a channel. */
  public boolean hasChannels() {
    return !session.subscriptions.channels.isEmpty();
  }

  /** Whether it is subscribed to a pattern. */
  public boolean hasPatterns() {
    return !session.subscriptions.patterns.isEmpty();
  }

  /**
   * A message comes for its channel, and once more for each pattern that this is of.
   *
   * @return what is owed now; empty where nothing here is subscribed to it
   */
  List<Published> publish(Optional<String> label, String channel, String payload) {
    if (gate.ended()) {
      return List.of();
    }
    var published = new ArrayList<Published>();
    if (channels.containsKey(channel)) {
      var message =
          new RespValue.Push(
              List.of(Replies.bulk("message"), Replies.bulk(channel), Replies.bulk(payload)));
      published.add(
          published(label, Optional.empty(), channel, payload, channels.get(channel), message));
    }
    patterns.forEach(
        (pattern, cause) -> {
          if (GlobPattern.matches(pattern, channel)) {
            var message =
                new RespValue.Push(
                    List.of(
                        Replies.bulk("pmessage"),
                        Replies.bulk(pattern),
                        Replies.bulk(channel),
                        Replies.bulk(payload)));
            published.add(published(label, Optional.of(pattern), channel, payload, cause, message));
          }
        });
    if (executing) {
      ownMessages.addAll(published);
    } else {
      published.forEach(gate::push);
    }
    return published;
  }

  private Published published(
      Optional<String> label,
      Optional<String> pattern,
      String channel,
      String payload,
      Executed cause,
      RespValue message) {
    RespValue spoken =
        session.protocol == Protocol.RESP3 ? message : Resp2Downgrade.inResp2(message);
    return new Published(id, label, pattern, channel, payload, cause, RespEncoder.encode(spoken));
  }

  /** Keeps what is queued, and gives each of it the part it has in the reply to its EXEC. */
  private void tieToExec(Executed done) {
    if (done.isQueued()) {
      queued.add(done);
    } else if (!session.inTransaction && !queued.isEmpty()) {
      // One that gives null, because a watched key was changed, ran nothing.
      if (done.words().get(0).equalsIgnoreCase("EXEC") && !isNull(done.reply())) {
        var ran = new ArrayList<Executed>();
        int database = done.origin().database();
        for (int i = 0; i < queued.size(); i++) {
          ran.add(atExec(queued.get(i), done, i, database));
          database = databaseAfter(ran.getLast(), database);
        }
        done.ran(ran);
      }
      queued.clear();
    }
  }

  private static boolean isNull(RespValue reply) {
    return reply instanceof RespValue.Null || reply instanceof RespValue.NullArray;
  }

  private static int databaseAfter(Executed ran, int before) {
    boolean selected =
        ran.words().getFirst().equalsIgnoreCase("SELECT") && ran.reply().equals(Replies.OK);
    return selected ? Integer.parseInt(ran.words().get(1)) : before;
  }

  private Executed atExec(Executed command, Executed exec, int index, int database) {
    RespValue reply =
        exec.reply() instanceof RespValue.Array(List<RespValue> elements)
            ? elements.get(index)
            : exec.reply();
    var origin =
        new Origin(database, exec.origin().user(), exec.origin().clientName(), server.nextSerial());
    return new Executed(
        id,
        command.label(),
        command.words(),
        command.definition(),
        origin,
        exec.protocol(),
        reply,
        new byte[0]);
  }

  /** As Redis: one last error, then the end. It counts as executed, since its reply leaves. */
  private Executed breakOff(RequestSyntaxException malformed) {
    session.closing = true;
    server.stray("connection " + id + ": " + malformed.getMessage());
    var origin = new Origin(session.database, session.user, session.name, server.nextSerial());
    RespValue error = malformed.reply();
    var done =
        new Executed(
            id,
            Optional.empty(),
            List.of(MALFORMED),
            Optional.empty(),
            origin,
            session.protocol,
            error,
            RespEncoder.encode(error));
    gate.owe(done);
    return done;
  }

  /**
   * The invalidation of a key, as a change of it elsewhere causes it, or of all, as a FLUSHALL
   * does.
   *
   * @param key empty for all
   * @return the push's bytes; empty where tracking is not on, or the key has not been read since it
   *     was told of last, or RESP2 is spoken
   */
  public Optional<byte[]> pushInvalidation(Optional<String> key) {
    if (session.protocol != Protocol.RESP3) {
      return Optional.empty();
    }
    Optional<Executed> cause =
        key.isPresent() ? tracking.takeCauseFor(key.get()) : tracking.causeForAll();
    if (cause.isEmpty()) {
      return Optional.empty();
    }
    RespValue keys =
        key.isPresent()
            ? new RespValue.Array(List.of(Replies.bulk(key.get())))
            : new RespValue.Null();
    byte[] push = RespEncoder.encode(new RespValue.Push(List.of(Replies.bulk("invalidate"), keys)));
    gate.push(push, cause.get());
    return Optional.of(push);
  }
}
