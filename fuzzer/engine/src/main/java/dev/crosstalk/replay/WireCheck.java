package dev.crosstalk.replay;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.WireEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the wire log against itself before any driver is blamed: what left on a connection must be
 * the replies to its requests in the order of the requests, whole and unmixed, with pushes only
 * between them. One thing looks just like a driver that crosses replies, and that is a server that
 * does.
 */
public final class WireCheck {

  private final History history;
  private final ConnectionHistory connection;
  private final StringBuilder stream = new StringBuilder();
  private final List<String> pushes = new ArrayList<>();
  private int executionAt;

  private WireCheck(History history, ConnectionHistory connection) {
    this.history = history;
    this.connection = connection;
  }

  /**
   * Checks every connection.
   *
   * @throws FuzzerDefect when our server sent anything else
   */
  public static void requireConsistent(History history) {
    for (ConnectionHistory connection : history.connections()) {
      new WireCheck(history, connection).requireConsistent();
    }
  }

  private void requireConsistent() {
    for (WireEvent event : connection.events()) {
      switch (event) {
        case WireEvent.Sent sent -> stream.append(sent.bytes());
        case WireEvent.Pushed push -> pushes.add(push.bytes());
        default -> {
          // Not of the server's sending.
        }
      }
    }
    String sent = stream.toString();
    for (int at = 0; at < sent.length(); ) {
      String expected = nextPush(sent, at).orElseGet(this::nextReply);
      int count = Math.min(sent.length() - at, expected.length());
      if (count == 0 || !sent.regionMatches(at, expected, 0, count)) {
        throw new FuzzerDefect(
            "the server sent bytes out of order on connection "
                + connection.id()
                + " after "
                + at
                + " bytes: "
                + List.of(sent.substring(at), "instead of", expected));
      }
      at += count;
    }
  }

  /**
   * Of the executions not looked at yet, the next on this connection; nothing when there is none.
   */
  private String nextReply() {
    while (executionAt < history.executions().size()) {
      Execution execution = history.executions().get(executionAt++);
      if (execution.connection() == connection.id() && !execution.insideExec()) {
        return execution.replyBytes();
      }
    }
    return "";
  }

  /** A push that stands here, whole or as much of it as was sent; each stands once. */
  private Optional<String> nextPush(String sent, int at) {
    for (String push : pushes) {
      if (sent.regionMatches(at, push, 0, Math.min(push.length(), sent.length() - at))) {
        pushes.remove(push);
        return Optional.of(push);
      }
    }
    return Optional.empty();
  }
}
