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

  private static final RespValue NO_TIMEOUT =
      Replies.error("ERR timeout is not a float or out of range");

  private ListCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("LRANGE", 4, 1, 1, ListCommands::lrange),
        reading("LLEN", 2, 1, 1, context -> context.number(list(context).size())),
        reading("LINDEX", 3, 1, 1, ListCommands::lindex),
        writing("LPUSH", -3, 1, 1, context -> push(context, true)),
        writing("RPUSH", -3, 1, 1, context -> push(context, false)),
        writing("BLPOP", -3, 1, -2, context -> await(context, true)),
        writing("BRPOP", -3, 1, -2, context -> await(context, false)),
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

  /**
   * <a href="https://redis.io/docs/latest/commands/blpop/">BLPOP</a> and BRPOP. The server has no
   * clock: how long they wait is for the gate to say, and what they get is settled when they come.
   */
  private static RespValue await(CommandContext context, boolean left) {
    requireTimeout(context.argument(context.count() - 1));
    for (String key : context.arguments().subList(0, context.count() - 1)) {
      Optional<List<String>> found = context.find(key, Datum.Items.class).map(Datum.Items::items);
      if (found.isPresent()) {
        var rest = new ArrayList<>(found.get());
        String popped = left ? rest.removeFirst() : rest.removeLast();
        context.put(key, new Datum.Items(rest));
        return Replies.bulks(List.of(key, popped));
      }
    }
    return context.nullArray();
  }

  private static void requireTimeout(String text) {
    double seconds = Numbers.real(text).orElseThrow(() -> new RefusedException(NO_TIMEOUT));
    if (seconds < 0) {
      throw new RefusedException(Replies.error("ERR timeout is negative"));
    }
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
