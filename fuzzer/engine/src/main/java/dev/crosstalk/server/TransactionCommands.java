package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;
import static dev.crosstalk.server.CommandDefinition.reading;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;

/** MULTI, EXEC, DISCARD, WATCH, UNWATCH. Nobody else writes, so a watched key never changes. */
final class TransactionCommands {

  private TransactionCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        keyless("MULTI", 1, TransactionCommands::multi).runsInsideMulti(),
        keyless("EXEC", 1, TransactionCommands::exec).runsInsideMulti(),
        keyless("DISCARD", 1, TransactionCommands::discard).runsInsideMulti(),
        reading("WATCH", -2, 1, -1, TransactionCommands::watch).runsInsideMulti(),
        keyless("UNWATCH", 1, context -> Replies.OK));
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
    var queued = List.copyOf(session.queued);
    session.endTransaction();
    if (broken) {
      return Replies.error("EXECABORT Transaction discarded because of previous errors.");
    }
    var results = new ArrayList<RespValue>();
    for (SessionState.QueuedCommand command : queued) {
      results.add(command.definition().handler().execute(atExec(command.context())));
    }
    return new RespValue.Array(results);
  }

  /** What was queued runs where and as whom the session is at EXEC, under its own serial. */
  private static CommandContext atExec(CommandContext queued) {
    SessionState session = queued.session();
    return new CommandContext(
        session,
        new Origin(session.database, session.user, queued.origin().serial()),
        queued.values(),
        queued.accounts(),
        queued.arguments());
  }

  private static RespValue discard(CommandContext context) {
    if (!context.session().inTransaction) {
      return Replies.error("ERR DISCARD without MULTI");
    }
    context.session().endTransaction();
    return Replies.OK;
  }

  private static RespValue watch(CommandContext context) {
    return context.session().inTransaction
        ? Replies.error("ERR WATCH inside MULTI is not allowed")
        : Replies.OK;
  }
}
