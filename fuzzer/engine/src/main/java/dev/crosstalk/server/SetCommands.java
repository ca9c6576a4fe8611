package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** SMEMBERS and others: <a href="https://redis.io/docs/latest/commands/?group=set">sets</a>. */
final class SetCommands {

  private SetCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("SMEMBERS", 2, 1, 1, SetCommands::smembers).shaped(ReplyShape.SET),
        reading("SISMEMBER", 3, 1, 1, SetCommands::sismember),
        reading("SCARD", 2, 1, 1, context -> context.number(set(context).size())),
        writing("SADD", -3, 1, 1, SetCommands::sadd),
        writing("SREM", -3, 1, 1, SetCommands::srem));
  }

  private static Set<String> set(CommandContext context) {
    return context
        .find(context.argument(0), Datum.Members.class)
        .map(Datum.Members::members)
        .orElse(Set.of());
  }

  private static RespValue smembers(CommandContext context) {
    return new RespValue.SetValue(set(context).stream().map(Replies::bulk).toList());
  }

  private static RespValue sismember(CommandContext context) {
    return Replies.yesOrNo(set(context).contains(context.argument(1)));
  }

  private static RespValue sadd(CommandContext context) {
    var set = new LinkedHashSet<>(set(context));
    int before = set.size();
    set.addAll(context.from(1));
    if (set.size() > before) {
      context.put(context.argument(0), new Datum.Members(set));
    }
    return Replies.number(set.size() - before);
  }

  private static RespValue srem(CommandContext context) {
    var set = new LinkedHashSet<>(set(context));
    int before = set.size();
    context.from(1).forEach(set::remove);
    if (set.size() < before) {
      context.put(context.argument(0), new Datum.Members(set));
    }
    return Replies.number(before - set.size());
  }
}
