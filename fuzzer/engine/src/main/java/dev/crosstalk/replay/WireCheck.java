package dev.crosstalk.replay;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.WireEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Reads the wire log against itself before any driver is blamed: what left on a connection must be
 * the replies to its requests in the order of the requests, whole and unmixed, with pushes only
 * between them. One thing looks just like a driver that crosses replies, and that is a server that
 * does.
 */
public final class WireCheck {

  private WireCheck() {}

  /**
   * Checks every connection.
   *
   * @throws FuzzerDefect when our server sent anything else
   */
  public static void requireConsistent(History history) {
    for (ConnectionHistory connection : history.connections()) {
      var replies = new ArrayDeque<String>();
      var pushes = new ArrayDeque<String>();
      var sent = new StringBuilder();
      for (Execution execution : history.executions()) {
        if (execution.connection() == connection.id() && !execution.insideExec()) {
          replies.add(execution.replyBytes());
        }
      }
      for (WireEvent event : connection.events()) {
        if (event instanceof WireEvent.Sent chunk) {
          sent.append(chunk.bytes());
        } else if (event instanceof WireEvent.Pushed push) {
          pushes.add(push.bytes());
        }
      }
      requirePrefix(connection.id(), sent.toString(), replies, pushes);
    }
  }

  private static void requirePrefix(
      int connection, String sent, Deque<String> replies, Deque<String> pushes) {
    int at = 0;
    while (at < sent.length()) {
      Deque<String> from = sent.charAt(at) == '>' ? pushes : replies;
      String next = from.isEmpty() ? "" : from.remove();
      String left = sent.substring(at);
      if (next.isEmpty() || !(left.startsWith(next) || next.startsWith(left))) {
        throw new FuzzerDefect(
            "the server sent bytes out of order on connection "
                + connection
                + " after "
                + at
                + " bytes: "
                + List.of(left, "instead of", next));
      }
      at += next.length();
    }
  }
}
