package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.RespValue;
import java.util.List;
import java.util.Locale;

/** CLIENT and its subcommands; those that drivers send at connect, and TRACKING. */
final class ClientCommands {
  static final RespValue BAD_NAME =
      Replies.error("ERR Client names cannot contain spaces, newlines or special characters.");

  private ClientCommands() {}

  static List<CommandDefinition> all() {
    return List.of(keyless("CLIENT", -2, ClientCommands::client));
  }

  private static RespValue client(CommandContext context) {
    SessionState session = context.session();
    String subcommand = context.argument(0);
    int options = context.count() - 1;
    return switch (subcommand.toUpperCase(Locale.ROOT)) {
      case "SETNAME" -> options == 1 ? setName(context) : wrongArity(subcommand);
      case "GETNAME" -> session.name.isEmpty() ? new RespValue.Null() : Replies.bulk(session.name);
      case "ID" -> options == 0 ? Replies.number(session.id) : wrongArity(subcommand);
      case "SETINFO" -> options == 2 ? setInfo(context) : wrongArity(subcommand);
      case "NO-EVICT", "NO-TOUCH" -> options == 1 ? Replies.OK : wrongArity(subcommand);
      case "TRACKING" -> options >= 1 ? tracking(context) : wrongArity(subcommand);
      default -> Replies.error("ERR unknown subcommand '" + subcommand + "'. Try CLIENT HELP.");
    };
  }

  /** Whether a client may be called so: visible ASCII, no blanks; empty for no name. */
  static boolean isName(String name) {
    return name.chars().allMatch(c -> '!' <= c && c <= '~');
  }

  private static RespValue setName(CommandContext context) {
    String name = context.argument(1);
    if (!isName(name)) {
      return BAD_NAME;
    }
    context.session().name = name;
    return Replies.OK;
  }

  private static RespValue setInfo(CommandContext context) {
    String attribute = context.argument(1).toUpperCase(Locale.ROOT);
    if (!attribute.equals("LIB-NAME") && !attribute.equals("LIB-VER")) {
      return Replies.error("ERR Unrecognized option '" + context.argument(1) + "'");
    }
    return Replies.OK;
  }

  /**
   * <a href="https://redis.io/docs/latest/commands/client-tracking/">CLIENT TRACKING</a>: on or
   * off. Under RESP2 it is accepted, but nothing is ever pushed.
   */
  private static RespValue tracking(CommandContext context) {
    switch (context.argument(1).toUpperCase(Locale.ROOT)) {
      case "ON" -> context.session().tracking = true;
      case "OFF" -> context.session().tracking = false;
      default -> {
        return Replies.SYNTAX_ERROR;
      }
    }
    return Replies.OK;
  }

  private static RespValue wrongArity(String subcommand) {
    return Replies.wrongArity("client|" + subcommand.toLowerCase(Locale.ROOT));
  }
}
