package dev.crosstalk.replay;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.WireEvent;
import java.util.List;

/**
 * Reads the wire log against itself before any driver is blamed: what left on a connection must be
 * the replies to its requests in the order of the requests, whole and unmixed, with pushes only
 * between them. One thing looks just like a driver that crosses replies, and that is a server that
 * does.
 */
public final class WireCheck {

  private final History history;
  private final ConnectionHistory connection;
  private String expected = "";
  private int expectedAt;
  private int sentBytes;
  private int executionAt;
  private int pushAt;

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
      if (event instanceof WireEvent.Sent sent) {
        requireExpected(sent.bytes());
      }
    }
  }

  private void requireExpected(String chunk) {
    int at = 0;
    while (at < chunk.length()) {
      if (expectedAt == expected.length()) {
        expected = chunk.charAt(at) == '>' ? nextPush() : nextReply();
        expectedAt = 0;
      }
      int count = Math.min(chunk.length() - at, expected.length() - expectedAt);
      if (count == 0 || !chunk.regionMatches(at, expected, expectedAt, count)) {
        throw new FuzzerDefect(
            "the server sent bytes out of order on connection "
                + connection.id()
                + " after "
                + (sentBytes + at)
                + " bytes: "
                + List.of(chunk.substring(at), "instead of", expected.substring(expectedAt)));
      }
      at += count;
      expectedAt += count;
    }
    sentBytes += at;
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

  private String nextPush() {
    while (pushAt < connection.events().size()) {
      if (connection.events().get(pushAt++) instanceof WireEvent.Pushed push) {
        return push.bytes();
      }
    }
    return "";
  }
}
