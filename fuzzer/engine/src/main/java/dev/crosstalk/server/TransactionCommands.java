package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;
import static dev.crosstalk.server.CommandDefinition.reading;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;

/** MULTI, EXEC, DISCARD, WATCH, UNWATCH. What changes a watched key comes over a connection. */
final class TransactionCommands {

  private TransactionCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        keyless("MULTI", 1, TransactionCommands::multi).runsInsideMulti(),
        keyless("EXEC", 1, TransactionCommands::exec).runsInsideMulti(),
        keyless("DISCARD", 1, TransactionCommands::discard).runsInsideMulti(),
        reading("WATCH", -2, 1, -1, TransactionCommands::watch).runsInsideMulti(),
        keyless("UNWATCH", 1, TransactionCommands::unwatch));
  }

  private static RespValue multi(CommandContext context) {
    if (context.session().inTransaction) {
      return Replies.error("ERR MULTI calls can not be nested");
    }
    context.session().inTransaction = true;
    return Replies.OK;
  }

  private static RespValue exec(CommandContext context) {
    SessionState session = context.session();
    if (!session.inTransaction) {
      return Replies.error("ERR EXEC without MULTI");
    }
    boolean broken = session.transactionBroken;
    boolean changed = isChanged(context);
    var queued = List.copyOf(session.queued);
    session.endTransaction();
    if (broken) {
      return Replies.error("EXECABORT Transaction discarded because of previous errors.");
    }
    if (changed) {
      return context.nullArray();
    }
    var results = new ArrayList<RespValue>();
    for (SessionState.QueuedCommand command : queued) {
      results.add(CommandEngine.run(command.definition(), atExec(command.context())));
    }
    return new RespValue.Array(results);
  }

  private static boolean isChanged(CommandContext context) {
    for (var entry : context.session().watched.entrySet()) {
      if (context.shared().changes().of(entry.getKey()) != entry.getValue()) {
        return true;
      }
    }
    return false;
  }

  /** What was queued runs where and as whom the session is at EXEC, under its own serial. */
  private static CommandContext atExec(CommandContext queued) {
    SessionState session = queued.session();
    return queued.with(
        new Origin(session.database, session.user, session.name, queued.origin().serial()));
  }

  private static RespValue discard(CommandContext context) {
    if (!context.session().inTransaction) {
      return Replies.error("ERR DISCARD without MULTI");
    }
    context.session().endTransaction();
    return Replies.OK;
  }

  private static RespValue watch(CommandContext context) {
    SessionState session = context.session();
    if (session.inTransaction) {
      return Replies.error("ERR WATCH inside MULTI is not allowed");
    }
    for (String key : context.arguments()) {
      var place = new Place(session.database, key);
      session.watched.putIfAbsent(place, context.shared().changes().of(place));
    }
    return Replies.OK;
  }

  private static RespValue unwatch(CommandContext context) {
    context.session().watched.clear();
    return Replies.OK;
  }
}
