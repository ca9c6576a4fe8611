package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** LRANGE and others: <a href="https://redis.io/docs/latest/commands/?group=list">lists</a>. */
final class ListCommands {
  private static final RespValue NOT_POSITIVE =
      Replies.error("ERR value is out of range, must be positive");

  private ListCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("LRANGE", 4, 1, 1, ListCommands::lrange),
        reading("LLEN", 2, 1, 1, context -> context.number(list(context).size())),
        reading("LINDEX", 3, 1, 1, ListCommands::lindex),
        writing("LPUSH", -3, 1, 1, context -> push(context, true)),
        writing("RPUSH", -3, 1, 1, context -> push(context, false)),
        writing("LPOP", -2, 1, 1, context -> pop(context, "lpop", true)),
        writing("RPOP", -2, 1, 1, context -> pop(context, "rpop", false)));
  }

  private static List<String> list(CommandContext context) {
    return find(context).orElse(List.of());
  }

  private static Optional<List<String>> find(CommandContext context) {
    return context.find(context.argument(0), Datum.Items.class).map(Datum.Items::items);
  }

  private static RespValue lrange(CommandContext context) {
    long start = Numbers.argument(context.argument(1));
    long stop = Numbers.argument(context.argument(2));
    return Replies.bulks(Range.of(list(context), start, stop));
  }

  /** As Redis: no index is looked at where there is no list. */
  private static RespValue lindex(CommandContext context) {
    Optional<List<String>> list = find(context);
    if (list.isEmpty()) {
      return new RespValue.Null();
    }
    long index = Numbers.argument(context.argument(1));
    long from = index < 0 ? index + list.get().size() : index;
    return from < 0 || from >= list.get().size()
        ? new RespValue.Null()
        : Replies.bulk(list.get().get((int) from));
  }

  private static RespValue push(CommandContext context, boolean left) {
    var list = new ArrayList<>(list(context));
    for (String item : context.from(1)) {
      list.add(left ? 0 : list.size(), item);
    }
    context.put(context.argument(0), new Datum.Items(list));
    return context.number(list.size());
  }

  private static RespValue pop(CommandContext context, String name, boolean left) {
    if (context.count() > 2) {
      return Replies.wrongArity(name);
    }
    boolean counted = context.count() == 2;
    long count = counted ? positive(context.argument(1)) : 1;
    Optional<List<String>> found = find(context);
    if (found.isEmpty()) {
      return counted ? context.nullArray() : new RespValue.Null();
    }
    var rest = new ArrayList<>(left ? found.get() : found.get().reversed());
    List<String> head = rest.subList(0, (int) Math.min(count, rest.size()));
    var popped = List.copyOf(head);
    head.clear();
    if (!popped.isEmpty()) {
      if (!left) {
        Collections.reverse(rest);
      }
      context.put(context.argument(0), new Datum.Items(rest));
    }
    return counted ? Replies.bulks(popped) : Replies.bulk(popped.getFirst());
  }

  private static long positive(String text) {
    return Numbers.unsigned(text).orElseThrow(() -> new RefusedException(NOT_POSITIVE));
  }
}
