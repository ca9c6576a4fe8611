package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;

/**
 * GET, SET, MGET, INCR: <a href="https://redis.io/docs/latest/commands/?group=string">strings</a>.
 */
final class StringCommands {

  private StringCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("GET", 2, 1, 1, StringCommands::get),
        reading("MGET", -2, 1, -1, StringCommands::mget),
        writing("SET", -3, 1, 1, StringCommands::set),
        writing("INCR", 2, 1, 1, StringCommands::incr));
  }

  private static RespValue get(CommandContext context) {
    return Replies.bulkOrNull(context.values().string(context.origin(), context.argument(0)));
  }

  private static RespValue mget(CommandContext context) {
    var values = new ArrayList<RespValue>(context.count());
    for (String key : context.arguments()) {
      values.add(Replies.bulkOrNull(context.values().string(context.origin(), key)));
    }
    return new RespValue.Array(values);
  }

  private static RespValue set(CommandContext context) {
    if (context.count() > 2) {
      return Replies.SYNTAX_ERROR;
    }
    context.values().putString(context.origin(), context.argument(0), context.argument(1));
    return Replies.OK;
  }

  private static RespValue incr(CommandContext context) {
    return Replies.number(context.values().increment(context.origin(), context.argument(0)));
  }
}
