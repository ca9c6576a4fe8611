package dev.crosstalk.server;

import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.CommandClass;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Executes requests against a session's state, as Redis does: unknown commands and wrong numbers of
 * arguments first, which break an open transaction, then queueing, then the command.
 */
final class CommandEngine {
  private static final int QUOTED_MAX = 128;

  private final ValueSource values;
  private final Accounts accounts;

  /** The server's own address, as errors name it. */
  private String address = "127.0.0.1:6379";

  CommandEngine(ValueSource values, Accounts accounts) {
    this.values = values;
    this.accounts = accounts;
  }

  void address(String hostAndPort) {
    address = hostAndPort;
  }

  /**
   * Executes one request.
   *
   * @param words the request's words; at least the name
   * @param wanted the error to answer with, if the command may be answered so
   * @return the reply in RESP3 types
   */
  RespValue execute(
      SessionState session, List<String> words, int serial, Optional<ErrorCode> wanted) {
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
    Optional<ErrorCode> code = wanted.filter(it -> LegalErrors.fits(it, definition));
    if (code.isPresent()) {
      RespValue error = LegalErrors.error(code.get(), definition, context, address);
      if (!LegalErrors.isFoundLate(code.get())) {
        return rejected(session, definition, error);
      }
      return perform(session, definition.answering(error), context);
    }
    return perform(session, definition, context);
  }

  private static RespValue perform(
      SessionState session, CommandDefinition definition, CommandContext context) {
    if (session.inTransaction && !definition.control()) {
      session.queued.add(new SessionState.QueuedCommand(definition, context));
      return Replies.QUEUED;
    }
    return definition.handler().execute(context);
  }

  /** Whether a command changes what is stored, by its name alone. */
  static boolean writes(String name) {
    return CommandTable.find(name)
        .filter(definition -> definition.commandClass() == CommandClass.WRITES)
        .isPresent();
  }

  /** How a caller reads the reply to a request, from its name alone. */
  static ReplyShape shapeOf(String name) {
    return CommandTable.find(name).map(CommandDefinition::shape).orElse(ReplyShape.PLAIN);
  }

  /** An EXEC that is rejected discards its transaction, and says so. */
  private static RespValue rejected(
      SessionState session, CommandDefinition definition, RespValue error) {
    if (!definition.name().equals("EXEC") || !session.inTransaction) {
      return refused(session, error);
    }
    session.endTransaction();
    return Replies.error(
        "EXECABORT Transaction discarded because of: " + ((RespValue.SimpleError) error).text());
  }

  private static RespValue refused(SessionState session, RespValue error) {
    session.transactionBroken = session.inTransaction;
    return error;
  }

  /** As Redis: arguments are quoted until the quotations have some 128 characters. */
  private static RespValue unknown(String name, List<String> arguments) {
    var begun = new StringBuilder();
    for (String argument : arguments) {
      int left = QUOTED_MAX - begun.length();
      if (left > 0) {
        begun.append("'").append(beginning(argument, left)).append("' ");
      }
    }
    return Replies.error(
        "ERR unknown command '"
            + beginning(name, QUOTED_MAX)
            + "', with args beginning with: "
            + begun);
  }

  /** At most so many characters, and no half of a pair at the end. */
  private static String beginning(String text, int max) {
    if (text.length() <= max) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(max - 1)) ? max - 1 : max);
  }
}
