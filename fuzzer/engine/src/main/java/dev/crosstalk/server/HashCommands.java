package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** HGETALL and others: <a href="https://redis.io/docs/latest/commands/?group=hash">hashes</a>. */
final class HashCommands {

  private HashCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("HGETALL", 2, 1, 1, HashCommands::hgetall).shaped(ReplyShape.MAP),
        reading("HGET", 3, 1, 1, HashCommands::hget),
        reading("HMGET", -3, 1, 1, HashCommands::hmget),
        reading("HLEN", 2, 1, 1, context -> context.number(hash(context).size())),
        writing("HSET", -4, 1, 1, HashCommands::hset),
        writing("HDEL", -3, 1, 1, HashCommands::hdel));
  }

  private static Map<String, String> hash(CommandContext context) {
    return context
        .find(context.argument(0), Datum.Fields.class)
        .map(Datum.Fields::fields)
        .orElse(Map.of());
  }

  private static RespValue hgetall(CommandContext context) {
    var entries = new ArrayList<RespValue.Entry>();
    hash(context)
        .forEach(
            (field, value) ->
                entries.add(new RespValue.Entry(Replies.bulk(field), Replies.bulk(value))));
    return new RespValue.MapValue(entries);
  }

  private static RespValue hget(CommandContext context) {
    return at(context, context.argument(1));
  }

  private static RespValue hmget(CommandContext context) {
    var values = new ArrayList<RespValue>();
    for (String field : context.from(1)) {
      values.add(at(context, field));
    }
    return new RespValue.Array(values);
  }

  private static RespValue at(CommandContext context, String field) {
    return Replies.bulkOrNull(
        context.values().fieldAt(context.origin(), context.argument(0), field));
  }

  private static RespValue hset(CommandContext context) {
    if (context.count() % 2 == 0) {
      return Replies.wrongArity("hset");
    }
    var hash = new LinkedHashMap<>(hash(context));
    int before = hash.size();
    for (int i = 1; i < context.count(); i += 2) {
      hash.put(context.argument(i), context.argument(i + 1));
    }
    context.put(context.argument(0), new Datum.Fields(hash));
    return Replies.number(hash.size() - before);
  }

  private static RespValue hdel(CommandContext context) {
    var hash = new LinkedHashMap<>(hash(context));
    int before = hash.size();
    context.from(1).forEach(hash::remove);
    if (hash.size() < before) {
      context.put(context.argument(0), new Datum.Fields(hash));
    }
    return Replies.number(before - hash.size());
  }
}
