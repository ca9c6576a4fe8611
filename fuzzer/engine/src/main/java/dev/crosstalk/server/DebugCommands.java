package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.util.List;

/**
 * DEBUG PROTOCOL ATTRIB, the one request to which a Redis answers with attributes (debug.c; a Redis
 * must be started with {@code enable-debug-command}). The reply names no request.
 */
final class DebugCommands {
  private static final RespValue BODY = Replies.bulk("Some real reply following the attribute");
  private static final RespValue.MapValue ATTRIBUTES =
      new RespValue.MapValue(
          List.of(
              new RespValue.Entry(
                  Replies.bulk("key-popularity"),
                  RespValue.Array.of(Replies.bulk("key:123"), Replies.number(90)))));

  private DebugCommands() {}

  static List<CommandDefinition> all() {
    return List.of(keyless("DEBUG", -2, DebugCommands::debug));
  }

  private static RespValue debug(CommandContext context) {
    if (!context.argument(0).equalsIgnoreCase("PROTOCOL") || context.count() != 2) {
      return Replies.error(
          "ERR unknown subcommand or wrong number of arguments for '"
              + context.argument(0)
              + "'. Try DEBUG HELP.");
    }
    if (!context.argument(1).equalsIgnoreCase("ATTRIB")) {
      return Replies.error(
          "ERR Wrong protocol type name. Please use one of the following:"
              + " string|integer|double|bignum|null|array|set|map|attrib|push|verbatim|true|false");
    }
    return context.session().protocol == Protocol.RESP3
        ? new RespValue.Attributed(ATTRIBUTES, BODY)
        : BODY;
  }
}
