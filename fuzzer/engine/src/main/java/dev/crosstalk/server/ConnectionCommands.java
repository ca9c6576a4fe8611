package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.util.List;
import java.util.Locale;

/** HELLO, AUTH, SELECT, PING, ECHO, RESET, QUIT: what concerns the connection itself. */
final class ConnectionCommands {
  private static final RespValue WRONG_PASSWORD =
      Replies.error("WRONGPASS invalid username-password pair or user is disabled.");

  private static final RespValue.Entry SERVER = entry("server", Replies.bulk("redis"));
  private static final RespValue.Entry VERSION =
      entry("version", Replies.bulk(IntrospectionCommands.REDIS_VERSION));
  private static final RespValue.Entry MODE = entry("mode", Replies.bulk("standalone"));
  private static final RespValue.Entry ROLE = entry("role", Replies.bulk("master"));
  private static final RespValue.Entry MODULES = entry("modules", new RespValue.Array(List.of()));

  private ConnectionCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        keyless("HELLO", -1, ConnectionCommands::hello).shaped(ReplyShape.MAP),
        keyless("AUTH", -2, ConnectionCommands::auth),
        keyless("SELECT", 2, ConnectionCommands::select),
        keyless("PING", -1, ConnectionCommands::ping).shaped(ReplyShape.PONG),
        keyless("ECHO", 2, context -> Replies.bulk(context.argument(0))),
        keyless("RESET", 1, ConnectionCommands::reset).runsInsideMulti(),
        keyless("QUIT", -1, ConnectionCommands::quit).runsInsideMulti());
  }

  /** <a href="https://redis.io/docs/latest/commands/hello/">HELLO</a>: all or nothing. */
  private static RespValue hello(CommandContext context) {
    SessionState session = context.session();
    Protocol protocol = session.protocol;
    int next = 0;
    if (context.count() > 0) {
      switch (context.argument(next++)) {
        case "2" -> protocol = Protocol.RESP2;
        case "3" -> protocol = Protocol.RESP3;
        default -> {
          return noSuchVersion(context.argument(0));
        }
      }
    }
    String user = session.user;
    String name = session.name;
    while (next < context.count()) {
      String option = context.argument(next).toUpperCase(Locale.ROOT);
      if (option.equals("AUTH") && next + 2 < context.count()) {
        user = context.argument(next + 1);
        if (!context.accounts().accepts(user, context.argument(next + 2))) {
          return WRONG_PASSWORD;
        }
        next += 3;
      } else if (option.equals("SETNAME") && next + 1 < context.count()) {
        name = context.argument(next + 1);
        if (!ClientCommands.isName(name)) {
          return ClientCommands.BAD_NAME;
        }
        next += 2;
      } else {
        return Replies.error("ERR Syntax error in HELLO option '" + context.argument(next) + "'");
      }
    }
    session.protocol = protocol;
    session.user = user;
    session.name = name;
    return greeting(session);
  }

  private static RespValue noSuchVersion(String version) {
    return version.matches("0|-?[1-9][0-9]{0,17}")
        ? Replies.error("NOPROTO unsupported protocol version")
        : Replies.error("ERR Protocol version is not an integer or out of range");
  }

  private static RespValue greeting(SessionState session) {
    return new RespValue.MapValue(
        List.of(
            SERVER,
            VERSION,
            entry("proto", Replies.number(session.protocol.version())),
            entry("id", Replies.number(session.id)),
            MODE,
            ROLE,
            MODULES));
  }

  private static RespValue.Entry entry(String key, RespValue value) {
    return new RespValue.Entry(Replies.bulk(key), value);
  }

  private static RespValue auth(CommandContext context) {
    if (context.count() > 2) {
      return Replies.SYNTAX_ERROR;
    }
    if (context.count() == 1) {
      return Replies.error(
          "ERR AUTH <password> called without any password configured for the default user. Are"
              + " you sure your configuration is correct?");
    }
    if (!context.accounts().accepts(context.argument(0), context.argument(1))) {
      return WRONG_PASSWORD;
    }
    context.session().user = context.argument(0);
    return Replies.OK;
  }

  private static RespValue select(CommandContext context) {
    long database = Numbers.argument(context.argument(0));
    if (database != (int) database) {
      return Replies.error(
          "ERR value is out of range, value must between -2147483648 and 2147483647");
    }
    if (database < 0 || database > 15) {
      return Replies.error("ERR DB index is out of range");
    }
    context.session().database = (int) database;
    return Replies.OK;
  }

  private static RespValue ping(CommandContext context) {
    if (context.session().isSubscriber() && context.count() < 2) {
      String message = context.count() == 0 ? "" : context.argument(0);
      return Replies.bulks(List.of("pong", message));
    }
    return switch (context.count()) {
      case 0 -> new RespValue.SimpleString("PONG");
      case 1 -> Replies.bulk(context.argument(0));
      default -> Replies.wrongArity("ping");
    };
  }

  /** <a href="https://redis.io/docs/latest/commands/reset/">RESET</a>: as if just connected. */
  private static RespValue reset(CommandContext context) {
    SessionState session = context.session();
    session.endTransaction();
    session.subscriptions.clear();
    session.protocol = Protocol.RESP2;
    session.database = 0;
    session.user = Accounts.DEFAULT_USER;
    session.name = "";
    session.tracking = false;
    return new RespValue.SimpleString("RESET");
  }

  private static RespValue quit(CommandContext context) {
    context.session().closing = true;
    return Replies.OK;
  }
}
