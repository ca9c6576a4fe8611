package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Executes requests against a session's state, as Redis does: unknown commands and wrong numbers of
 * arguments first, which break an open transaction, then queueing, then the command.
 */
final class CommandEngine {
  private final ValueSource values;
  private final Accounts accounts;

  CommandEngine(ValueSource values, Accounts accounts) {
    this.values = values;
    this.accounts = accounts;
  }

  /**
   * Executes one request.
   *
   * @param words the request's words; at least the name
   * @return the reply in RESP3 types
   */
  RespValue execute(SessionState session, List<String> words, int serial) {
    String name = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    Optional<CommandDefinition> found = CommandTable.find(name);
    if (found.isEmpty()) {
      return refused(session, unknown(name, arguments));
    }
    CommandDefinition definition = found.get();
    if (!definition.takes(words.size())) {
      return refused(session, Replies.wrongArity(name.toLowerCase(Locale.ROOT)));
    }
    var origin = new Origin(session.database, session.user, serial);
    var context = new CommandContext(session, origin, values, accounts, arguments);
    if (session.inTransaction && !definition.control()) {
      session.queued.add(new SessionState.QueuedCommand(definition, context));
      return Replies.QUEUED;
    }
    return definition.handler().execute(context);
  }

  /** How a caller reads the reply to a request, from its name alone. */
  static ReplyShape shapeOf(String name) {
    return CommandTable.find(name).map(CommandDefinition::shape).orElse(ReplyShape.PLAIN);
  }

  private static RespValue refused(SessionState session, RespValue error) {
    session.transactionBroken = session.inTransaction;
    return error;
  }

  private static RespValue unknown(String name, List<String> arguments) {
    String begun =
        arguments.stream()
            .limit(20)
            .map(argument -> "'" + argument.substring(0, Math.min(128, argument.length())) + "' ")
            .collect(Collectors.joining());
    return Replies.error("ERR unknown command '" + name + "', with args beginning with: " + begun);
  }
}
