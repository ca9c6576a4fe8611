package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;

/** LRANGE and HGETALL: lists and hashes, read whole or in part. */
final class CollectionCommands {

  private CollectionCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("LRANGE", 4, 1, 1, CollectionCommands::lrange),
        reading("HGETALL", 2, 1, 1, CollectionCommands::hgetall).shaped(ReplyShape.MAP));
  }

  private static RespValue lrange(CommandContext context) {
    long start;
    long stop;
    try {
      start = Long.parseLong(context.argument(1));
      stop = Long.parseLong(context.argument(2));
    } catch (NumberFormatException notANumber) {
      return Replies.NOT_AN_INTEGER;
    }
    List<String> list = context.values().list(context.origin(), context.argument(0));
    long from = Math.max(0, start < 0 ? start + list.size() : start);
    long to = Math.min(list.size() - 1L, stop < 0 ? stop + list.size() : stop);
    return Replies.bulks(from > to ? List.of() : list.subList((int) from, (int) to + 1));
  }

  private static RespValue hgetall(CommandContext context) {
    var entries = new ArrayList<RespValue.Entry>();
    context
        .values()
        .hash(context.origin(), context.argument(0))
        .forEach(
            (field, value) ->
                entries.add(new RespValue.Entry(Replies.bulk(field), Replies.bulk(value))));
    return new RespValue.MapValue(entries);
  }
}
