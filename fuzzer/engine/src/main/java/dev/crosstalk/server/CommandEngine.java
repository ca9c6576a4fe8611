package dev.crosstalk.server;

import dev.crosstalk.resp.ErrorCode;
import dev.crosstalk.resp.Resp2Downgrade;
import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Executes requests against a session's state, as Redis does: unknown commands and wrong numbers of
 * arguments first, which break an open transaction, then queueing, then the command.
 */
final class CommandEngine {
  private static final int QUOTED_MAX = 128;
  private static final String EXEC = "EXEC";

  private final Shared shared;

  /** The server's own address, as errors name it. */
  private String address = "127.0.0.1:6379";

  CommandEngine(Shared shared) {
    this.shared = shared;
  }

  void address(String hostAndPort) {
    address = hostAndPort;
  }

  /**
   * Executes one request.
   *
   * @param found what the words are a request for
   * @param words the request's words; at least the name
   * @param wanted the error to answer with, if the command may be answered so
   * @return the reply as it stands on the wire, in the protocol that the session speaks after it
   */
  RespValue execute(
      SessionState session,
      Optional<CommandDefinition> found,
      List<String> words,
      int serial,
      Optional<ErrorCode> wanted) {
    String name = words.get(0);
    List<String> arguments = words.subList(1, words.size());
    if (found.isEmpty()) {
      boolean known = CommandTable.find(name).isPresent();
      return refused(
          session, known ? unknownSubcommand(name, words.get(1)) : unknown(name, arguments));
    }
    CommandDefinition definition = found.get();
    if (!definition.takes(words.size())) {
      String lower = definition.name().toLowerCase(Locale.ROOT);
      return definition.name().equals(EXEC)
          ? aborted(session, lower)
          : refused(session, Replies.wrongArity(lower));
    }
    if (session.isSubscriber() && !PubSubCommands.isAllowedWhileSubscribed(definition)) {
      return refused(session, subscribed(definition.name()));
    }
    if (session.inTransaction && definition.shape() == ReplyShape.CONFIRMATIONS) {
      return refused(session, Replies.error("ERR Command not allowed inside a transaction"));
    }
    var origin = new Origin(session.database, session.user, session.name, serial);
    var context = new CommandContext(session, origin, shared, arguments);
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
    return definition.control() ? definition.handler().execute(context) : run(definition, context);
  }

  /** Runs a command; its reply in the protocol that the session speaks after it. */
  static RespValue run(CommandDefinition definition, CommandContext context) {
    RespValue reply;
    try {
      reply = definition.handler().execute(context);
    } catch (RefusedException refused) {
      reply = refused.reply();
    }
    return context.session().protocol == Protocol.RESP3 ? reply : Resp2Downgrade.inResp2(reply);
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

  private static RespValue unknownSubcommand(String container, String name) {
    return Replies.error(
        "ERR unknown subcommand '"
            + beginning(name, QUOTED_MAX)
            + "'. Try "
            + container.toUpperCase(Locale.ROOT)
            + " HELP.");
  }

  private static RespValue subscribed(String name) {
    return Replies.error(
        "ERR Can't execute '"
            + name.toLowerCase(Locale.ROOT)
            + "': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this"
            + " context");
  }

  /** As Redis: an EXEC that is refused ends the transaction, if there is one. */
  private static RespValue aborted(SessionState session, String exec) {
    session.endTransaction();
    return Replies.error(
        "EXECABORT Transaction discarded because of: wrong number of arguments for '"
            + exec
            + "' command");
  }

  /** As Redis: arguments are quoted until the quotations have some 128 bytes. */
  private static RespValue unknown(String name, List<String> arguments) {
    var begun = new StringBuilder();
    int left = QUOTED_MAX;
    for (String argument : arguments) {
      if (left > 0) {
        String quoted = "'" + beginning(argument, left) + "' ";
        begun.append(quoted);
        left -= ByteOrder.bytesOf(quoted);
      }
    }
    return Replies.error(
        "ERR unknown command '"
            + beginning(name, QUOTED_MAX)
            + "', with args beginning with: "
            + begun);
  }

  /** At most so many bytes, and no part of a character at the end, which Redis would leave. */
  private static String beginning(String text, int bytesMax) {
    if (ByteOrder.bytesOf(text) <= bytesMax) {
      return text;
    }
    int end = 0;
    int bytes = 0;
    while (true) {
      int next = text.offsetByCodePoints(end, 1);
      bytes += ByteOrder.bytesOf(text.substring(end, next));
      if (bytes > bytesMax) {
        return text.substring(0, end);
      }
      end = next;
    }
  }
}
