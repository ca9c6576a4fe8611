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
    return List.of(
        keyless("CLIENT", -2, context -> Replies.OK),
        keyless("CLIENT|SETNAME", 3, ClientCommands::setName),
        keyless("CLIENT|GETNAME", 2, ClientCommands::getName),
        keyless("CLIENT|ID", 2, context -> Replies.number(context.session().id)),
        keyless("CLIENT|SETINFO", 4, ClientCommands::setInfo),
        keyless("CLIENT|NO-EVICT", 3, ClientCommands::onOrOff),
        keyless("CLIENT|NO-TOUCH", 3, ClientCommands::onOrOff),
        keyless("CLIENT|TRACKING", -3, ClientCommands::tracking));
  }

  private static RespValue getName(CommandContext context) {
    String name = context.session().name;
    return name.isEmpty() ? new RespValue.Null() : Replies.bulk(name);
  }

  private static RespValue onOrOff(CommandContext context) {
    return switch (context.argument(1).toUpperCase(Locale.ROOT)) {
      case "ON", "OFF" -> Replies.OK;
      default -> Replies.SYNTAX_ERROR;
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
}
