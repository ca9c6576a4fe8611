package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * XRANGE and others: <a href="https://redis.io/docs/latest/commands/?group=stream">streams</a>,
 * whose replies nest. XADD takes no options.
 */
final class StreamCommands {
  private static final RespValue NO_ID =
      Replies.error("ERR Invalid stream ID specified as stream command argument");
  private static final LogId ZERO = new LogId(0, 0);

  private StreamCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("XRANGE", -4, 1, 1, StreamCommands::xrange),
        reading("XLEN", 2, 1, 1, context -> context.number(entries(context).size())),
        writing("XADD", -5, 1, 1, StreamCommands::xadd));
  }

  private static List<Datum.LogEntry> entries(CommandContext context) {
    return context
        .find(context.argument(0), Datum.Log.class)
        .map(Datum.Log::entries)
        .orElse(List.of());
  }

  private static RespValue xrange(CommandContext context) {
    LogId from = end(context.argument(1), 0);
    LogId to = end(context.argument(2), Long.MAX_VALUE);
    long count = count(context);
    if (count == 0) {
      boolean exists = context.find(context.argument(0), Datum.Log.class).isPresent();
      return exists ? context.nullArray() : new RespValue.Array(List.of());
    }
    var found = new ArrayList<RespValue>();
    for (Datum.LogEntry entry : entries(context)) {
      boolean within = entry.id().compareTo(from) >= 0 && entry.id().compareTo(to) <= 0;
      if (within && found.size() < count) {
        found.add(
            RespValue.Array.of(Replies.bulk(entry.id().toString()), Replies.bulks(entry.pairs())));
      }
    }
    return new RespValue.Array(found);
  }

  /** What COUNT says, the last one. */
  private static long count(CommandContext context) {
    long count = Long.MAX_VALUE;
    for (int i = 3; i < context.count(); i += 2) {
      if (!context.argument(i).equalsIgnoreCase("COUNT") || i + 1 == context.count()) {
        throw new RefusedException(Replies.SYNTAX_ERROR);
      }
      count = Math.max(0, Numbers.argument(context.argument(i + 1)));
    }
    return count;
  }

  private static LogId end(String text, long sequenceIfNone) {
    return switch (text) {
      case "-" -> ZERO;
      case "+" -> new LogId(Long.MAX_VALUE, Long.MAX_VALUE);
      default -> id(text, sequenceIfNone);
    };
  }

  private static LogId id(String text, long sequenceIfNone) {
    return LogId.parse(text, sequenceIfNone).orElseThrow(() -> new RefusedException(NO_ID));
  }

  private static RespValue xadd(CommandContext context) {
    Optional<LogId> wanted =
        context.argument(1).equals("*")
            ? Optional.empty()
            : Optional.of(id(context.argument(1), 0));
    if (context.count() % 2 != 0) {
      return Replies.wrongArity("xadd");
    }
    if (wanted.filter(ZERO::equals).isPresent()) {
      return Replies.error("ERR The ID specified in XADD must be greater than 0-0");
    }
    var entries = new ArrayList<>(entries(context));
    LogId last = entries.isEmpty() ? ZERO : entries.getLast().id();
    LogId id = wanted.orElseGet(() -> next(context, last));
    if (id.compareTo(last) <= 0) {
      return Replies.error(
          "ERR The ID specified in XADD is equal or smaller than the target stream top item");
    }
    entries.add(new Datum.LogEntry(id, context.from(2)));
    context.put(context.argument(0), new Datum.Log(entries));
    return Replies.bulk(id.toString());
  }

  /** An id of the server's own; it names the execution where values do. */
  private static LogId next(CommandContext context, LogId last) {
    long millis = context.values().number(context.origin(), context.values().nowMillis());
    return millis > last.millis()
        ? new LogId(millis, 0)
        : new LogId(last.millis(), last.sequence() + 1);
  }
}
