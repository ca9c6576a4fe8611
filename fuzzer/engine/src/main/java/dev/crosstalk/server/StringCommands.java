package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * GET, SET, INCR and others: <a
 * href="https://redis.io/docs/latest/commands/?group=string">strings</a>.
 */
final class StringCommands {

  private StringCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("GET", 2, 1, 1, StringCommands::get),
        reading("MGET", -2, 1, -1, StringCommands::mget),
        reading("STRLEN", 2, 1, 1, StringCommands::strlen),
        writing("SET", -3, 1, 1, StringCommands::set),
        writing("APPEND", 3, 1, 1, StringCommands::append),
        writing("GETDEL", 2, 1, 1, StringCommands::getdel),
        writing("INCR", 2, 1, 1, context -> add(context, 1)),
        writing("DECR", 2, 1, 1, context -> add(context, -1)),
        writing("INCRBY", 3, 1, 1, StringCommands::incrby));
  }

  private static Optional<String> text(CommandContext context) {
    return context.find(context.argument(0), Datum.Text.class).map(Datum.Text::text);
  }

  private static RespValue get(CommandContext context) {
    return Replies.bulkOrNull(text(context));
  }

  /** As Redis: a key of another type counts as none. */
  private static RespValue mget(CommandContext context) {
    var values = new ArrayList<RespValue>(context.count());
    for (String key : context.arguments()) {
      Optional<Datum> found = context.values().find(context.origin(), key);
      values.add(
          found.isPresent() && found.get() instanceof Datum.Text(String text)
              ? Replies.bulk(text)
              : new RespValue.Null());
    }
    return new RespValue.Array(values);
  }

  private static RespValue strlen(CommandContext context) {
    return context.number(text(context).map(ByteOrder::bytesOf).orElse(0));
  }

  private static RespValue append(CommandContext context) {
    String text = text(context).orElse("") + context.argument(1);
    context.put(context.argument(0), new Datum.Text(text));
    return context.number(ByteOrder.bytesOf(text));
  }

  private static RespValue getdel(CommandContext context) {
    Optional<String> text = text(context);
    context.remove(context.argument(0));
    return Replies.bulkOrNull(text);
  }

  private static RespValue set(CommandContext context) {
    SetOptions options = SetOptions.parse(context.from(2), context.values().nowMillis());
    String key = context.argument(0);
    Optional<String> before = options.get() ? text(context) : Optional.empty();
    boolean exists = context.exists(key);
    boolean sets = exists ? !options.ifAbsent() : !options.ifPresent();
    if (sets) {
      Optional<Long> kept =
          options.keepTtl() && exists
              ? context.values().expiry(context.origin(), key)
              : Optional.empty();
      context.put(key, new Datum.Text(context.argument(1)));
      context.expire(key, options.expiryMillis().or(() -> kept));
    }
    if (options.get()) {
      return Replies.bulkOrNull(before);
    }
    return sets ? Replies.OK : new RespValue.Null();
  }

  private static RespValue incrby(CommandContext context) {
    return add(context, Numbers.argument(context.argument(1)));
  }

  private static RespValue add(CommandContext context, long increment) {
    String key = context.argument(0);
    long before = context.values().integerAt(context.origin(), key);
    long after;
    try {
      after = Math.addExact(before, increment);
    } catch (ArithmeticException overflow) {
      return Replies.OVERFLOW;
    }
    context.put(key, new Datum.Text(Long.toString(after)));
    return context.number(after);
  }
}
