package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.reading;
import static dev.crosstalk.server.CommandDefinition.writing;

import dev.crosstalk.resp.RespValue;
import java.util.List;
import java.util.Optional;

/**
 * EXISTS, DEL, TYPE and others: <a href="https://redis.io/docs/latest/commands/?group=generic">keys
 * of any type</a>.
 */
final class KeyCommands {
  private static final long MILLIS_PER_SECOND = 1000;
  private static final long HALF_SECOND = 500;

  private KeyCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        reading("EXISTS", -2, 1, -1, KeyCommands::exists),
        reading("TYPE", 2, 1, 1, KeyCommands::type),
        reading("EXPIRETIME", 2, 1, 1, context -> expireTime(context, MILLIS_PER_SECOND)),
        reading("PEXPIRETIME", 2, 1, 1, context -> expireTime(context, 1)),
        writing("DEL", -2, 1, -1, KeyCommands::del),
        writing("PERSIST", 2, 1, 1, KeyCommands::persist));
  }

  private static RespValue exists(CommandContext context) {
    return Replies.number(context.arguments().stream().filter(context::exists).count());
  }

  private static RespValue del(CommandContext context) {
    return Replies.number(context.arguments().stream().filter(context::remove).count());
  }

  private static RespValue type(CommandContext context) {
    Optional<Datum> found = context.values().find(context.origin(), context.argument(0));
    return new RespValue.SimpleString(found.map(Datum::typeName).orElse("none"));
  }

  private static RespValue expireTime(CommandContext context, long unitMillis) {
    String key = context.argument(0);
    if (!context.exists(key)) {
      return Replies.number(-2);
    }
    Optional<Long> at = context.values().expiry(context.origin(), key);
    if (at.isEmpty()) {
      return Replies.number(-1);
    }
    return Replies.number(unitMillis == 1 ? at.get() : (at.get() + HALF_SECOND) / unitMillis);
  }

  private static RespValue persist(CommandContext context) {
    String key = context.argument(0);
    if (!context.exists(key) || context.values().expiry(context.origin(), key).isEmpty()) {
      return Replies.number(0);
    }
    context.expire(key, Optional.empty());
    return Replies.number(1);
  }
}
