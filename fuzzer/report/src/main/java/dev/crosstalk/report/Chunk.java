package dev.crosstalk.report;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.WireEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the bytes of one chunk are: parts of replies, in the order of the connection's requests, and
 * pushes between them.
 */
record Chunk(List<Part> parts) {

  /**
   * Bytes {@code from} (inclusive) {@code to} (exclusive) of a reply; of a push without one.
   *
   * @param message label of the message that a push is
   */
  record Part(Optional<Execution> reply, Optional<String> message, int from, int to, int of) {

    boolean whole() {
      return from == 0 && to == of;
    }

    boolean isOf(String label) {
      return reply.isPresent() && reply.get().isOf(label);
    }

    /** {@code reply to A1, last 2 of 20 bytes}. */
    String words() {
      String name =
          reply
              .map(it -> "reply to " + it.label().orElse(it.words().get(0)))
              .or(() -> message.map(label -> "message " + label))
              .orElse("push");
      if (whole()) {
        return name;
      }
      String which =
          from == 0
              ? "first " + to
              : to == of ? "last " + (to - from) : "bytes " + (from + 1) + " to " + to;
      return name + ", " + which + " of " + of + (from > 0 && to < of ? "" : " bytes");
    }
  }

  /** Whether it is nothing but whole replies to commands of the driver's own. */
  boolean housekeeping() {
    return parts.stream()
        .allMatch(
            part ->
                part.whole() && part.reply().isPresent() && part.reply().get().label().isEmpty());
  }

  boolean has(String label) {
    return parts.stream().anyMatch(part -> part.isOf(label));
  }

  String words() {
    return parts.stream().map(Part::words).collect(Collectors.joining(" + "));
  }

  /** The chunks of a connection, each by the very event that sent it. */
  static Map<WireEvent.Sent, Chunk> of(History history, ConnectionHistory connection) {
    var reader = new Reader(history, connection);
    var chunks = new IdentityHashMap<WireEvent.Sent, Chunk>();
    for (WireEvent event : connection.events()) {
      switch (event) {
        case WireEvent.Pushed pushed -> reader.pushes.add(pushed.bytes());
        case WireEvent.Sent sent -> chunks.put(sent, reader.read(sent.bytes()));
        default -> {}
      }
    }
    return chunks;
  }

  /** Follows the stream of one connection. */
  private static final class Reader {
    private final Deque<Execution> owed = new ArrayDeque<>();
    private final List<String> pushes = new ArrayList<>();
    private final Map<String, String> messages = new HashMap<>();
    private int sentOfFirst;
    private int sentOfPush;

    Reader(History history, ConnectionHistory connection) {
      history.executions().stream()
          .filter(execution -> execution.connection() == connection.id())
          .filter(execution -> !execution.replyBytes().isEmpty())
          .forEach(owed::add);
      history.messages().stream()
          .filter(message -> message.label().isPresent())
          .forEach(it -> messages.put(it.wireBytes(), it.label().orElseThrow()));
    }

    Chunk read(String bytes) {
      var parts = new ArrayList<Part>();
      int at = 0;
      while (at < bytes.length()) {
        Part part = next(bytes.substring(at));
        parts.add(part);
        at += part.to() - part.from();
      }
      return new Chunk(parts);
    }

    private Part next(String bytes) {
      if (sentOfPush > 0) {
        return ofPush(pushes.getFirst(), bytes);
      }
      if (sentOfFirst == 0) {
        Optional<String> push =
            pushes.stream()
                .filter(it -> bytes.startsWith(it) || (it.startsWith(bytes) && !isReply(bytes)))
                .findFirst();
        if (push.isPresent()) {
          pushes.remove(push.get());
          pushes.addFirst(push.get());
          return ofPush(push.get(), bytes);
        }
      }
      if (owed.isEmpty() || !follows(owed.getFirst(), bytes)) {
        return new Part(Optional.empty(), Optional.empty(), 0, bytes.length(), bytes.length());
      }
      Execution first = owed.getFirst();
      int of = first.replyBytes().length();
      int from = sentOfFirst;
      int to = Math.min(of, from + bytes.length());
      sentOfFirst = to;
      if (to == of) {
        owed.removeFirst();
        sentOfFirst = 0;
      }
      return new Part(Optional.of(first), Optional.empty(), from, to, of);
    }

    /** So much of the first push as the bytes bring. */
    private Part ofPush(String push, String bytes) {
      int from = sentOfPush;
      int to = Math.min(push.length(), from + bytes.length());
      sentOfPush = to;
      if (to == push.length()) {
        pushes.removeFirst();
        sentOfPush = 0;
      }
      return new Part(
          Optional.empty(), Optional.ofNullable(messages.get(push)), from, to, push.length());
    }

    private boolean isReply(String bytes) {
      return !owed.isEmpty() && follows(owed.getFirst(), bytes);
    }

    private boolean follows(Execution execution, String bytes) {
      String rest = execution.replyBytes().substring(sentOfFirst);
      return bytes.startsWith(rest) || rest.startsWith(bytes);
    }
  }
}
