package dev.crosstalk.report;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.WireEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The wire of a history in words: {@code #1 opened}, {@code #1 > A1 GET k1} for a request, {@code
 * #1 < reply to A1: "+OK\r\n"} for bytes that left the server.
 */
final class WireCells {
  private final History history;
  private final int bytesMax;
  private final Set<String> asked = new HashSet<>();

  /**
   * @param bytesMax how many characters of a chunk's bytes are shown
   */
  WireCells(History history, int bytesMax) {
    this.history = history;
    this.bytesMax = bytesMax;
  }

  /** Everything in the order of its time; of one moment, in that of the connections. */
  List<WireCell> all() {
    return history.connections().stream()
        .flatMap(connection -> of(connection).stream())
        .sorted(Comparator.comparingInt(WireCell::step).thenComparingLong(WireCell::atNanos))
        .toList();
  }

  /** One connection's, in their order there. */
  List<WireCell> of(ConnectionHistory connection) {
    Map<WireEvent.Sent, Chunk> chunks = Chunk.of(history, connection);
    var cells = new ArrayList<WireCell>();
    cells.add(opened(connection));
    for (WireEvent event : connection.events()) {
      cells.add(
          switch (event) {
            case WireEvent.Received received -> received(connection, received);
            case WireEvent.Sent sent -> sent(connection, sent, chunks.get(sent));
            case WireEvent.Pushed pushed -> cell(connection, event, pushed(pushed));
            case WireEvent.Ended ended -> cell(connection, event, ended(ended));
            case WireEvent.Lost lost ->
                cell(connection, event, "lost: nobody is there any more" + unsent(lost.unsent()));
            case WireEvent.Discarded discarded ->
                cell(
                    connection,
                    event,
                    "> "
                        + Escapes.shortened(
                            Escapes.visible(String.join(" ", discarded.words())), bytesMax)
                        + ", and nobody reads it");
            case WireEvent.HalfClosed half ->
                cell(connection, event, "half-closed by the server" + unsent(half.unsent()));
            case WireEvent.Corrupted illegal ->
                cell(connection, event, "ILLEGAL BYTES put in place of a reply: " + illegal.how());
            case WireEvent.Reading reading ->
                cell(
                    connection,
                    event,
                    reading.goesOn()
                        ? "the server reads again"
                        : "the server leaves unread what comes");
          });
    }
    return cells;
  }

  private WireCell opened(ConnectionHistory connection) {
    String handshake =
        executions(connection)
            .filter(e -> e.label().isEmpty() && e.step() == connection.openedStep())
            .map(e -> e.words().get(0))
            .collect(Collectors.joining(", "));
    return new WireCell(
        connection.openedStep(),
        connection.openedNanos(),
        connection.id(),
        Optional.empty(),
        false,
        "opened"
            + (connection.stalled() ? ", stalled" : "")
            + (handshake.isEmpty() ? "" : ", with the driver's own " + handshake));
  }

  private WireCell received(ConnectionHistory connection, WireEvent.Received received) {
    Optional<Execution> execution =
        executions(connection).filter(e -> e.serial() == received.serial()).findFirst();
    Optional<String> label = execution.flatMap(Execution::label);
    String words =
        execution.map(e -> String.join(" ", e.words())).orElse("request " + received.serial());
    String shown = Escapes.shortened(Escapes.visible(words), bytesMax);
    String text =
        label
            .map(name -> "> " + name + " " + shown + (asked.add(name) ? "" : ", again"))
            .orElse("> " + shown + ", the driver's own");
    return new WireCell(
        received.step(),
        received.atNanos(),
        connection.id(),
        label,
        label.isEmpty() && received.step() == connection.openedStep(),
        text);
  }

  private WireCell sent(ConnectionHistory connection, WireEvent.Sent sent, Chunk chunk) {
    boolean atOnce =
        chunk.parts().stream()
            .allMatch(part -> part.reply().map(e -> e.step() == sent.step()).orElse(false));
    return new WireCell(
        sent.step(),
        sent.atNanos(),
        connection.id(),
        chunk.parts().stream()
            .flatMap(part -> part.reply().flatMap(Execution::label).stream())
            .findFirst(),
        chunk.housekeeping() && atOnce,
        "< " + chunk.words() + ": " + bytes(sent.bytes()));
  }

  private String pushed(WireEvent.Pushed pushed) {
    return history.messages().stream()
        .filter(message -> message.wireBytes().equals(pushed.bytes()))
        .findFirst()
        .map(message -> "message " + message.label().orElse("") + " is queued")
        .orElse("a push is queued");
  }

  private static String ended(WireEvent.Ended ended) {
    String how =
        switch (ended.by()) {
          case SERVER_CLOSE -> "closed by the server";
          case SERVER_RESET -> "reset by the server";
          case DRIVER -> "closed by the driver";
        };
    return how + unsent(ended.unsent());
  }

  private static String unsent(int bytes) {
    return bytes == 0 ? "" : ", " + FindingScreen.counted(bytes, "byte") + " unsent";
  }

  private static WireCell cell(ConnectionHistory connection, WireEvent event, String text) {
    return new WireCell(
        event.step(), event.atNanos(), connection.id(), Optional.empty(), false, text);
  }

  private Stream<Execution> executions(ConnectionHistory connection) {
    return history.executions().stream().filter(e -> e.connection() == connection.id());
  }

  private String bytes(String bytes) {
    return Escapes.quoted(bytes, bytesMax);
  }
}
