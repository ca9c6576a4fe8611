package dev.crosstalk.server;

import static dev.crosstalk.server.CommandDefinition.keyless;

import dev.crosstalk.resp.RespValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * SUBSCRIBE and others: <a
 * href="https://redis.io/docs/latest/develop/interact/pubsub/">Pub/Sub</a>. Each channel is
 * confirmed by a reply of its own, which is a push under RESP3.
 */
final class PubSubCommands {
  /** What a connection may still say when it is subscribed, under RESP2. */
  private static final Set<String> WHILE_SUBSCRIBED =
      Set.of("SUBSCRIBE", "PSUBSCRIBE", "UNSUBSCRIBE", "PUNSUBSCRIBE", "PING", "QUIT", "RESET");

  private PubSubCommands() {}

  static List<CommandDefinition> all() {
    return List.of(
        confirmed("SUBSCRIBE", -2, context -> subscribe(context, "subscribe", channels(context))),
        confirmed("PSUBSCRIBE", -2, context -> subscribe(context, "psubscribe", patterns(context))),
        confirmed("UNSUBSCRIBE", -1, context -> leave(context, "unsubscribe", channels(context))),
        confirmed("PUNSUBSCRIBE", -1, context -> leave(context, "punsubscribe", patterns(context))),
        keyless("PUBLISH", 3, PubSubCommands::publish));
  }

  private static CommandDefinition confirmed(String name, int arity, CommandHandler handler) {
    return keyless(name, arity, handler).shaped(ReplyShape.CONFIRMATIONS);
  }

  static boolean isAllowedWhileSubscribed(CommandDefinition command) {
    return WHILE_SUBSCRIBED.contains(command.name());
  }

  private static Set<String> channels(CommandContext context) {
    return context.session().subscriptions.channels;
  }

  private static Set<String> patterns(CommandContext context) {
    return context.session().subscriptions.patterns;
  }

  private static RespValue subscribe(CommandContext context, String kind, Set<String> which) {
    var confirmations = new ArrayList<RespValue>();
    for (String name : context.arguments()) {
      which.add(name);
      confirmations.add(confirmation(context, kind, Replies.bulk(name)));
    }
    return new RespValue.Array(confirmations);
  }

  private static RespValue leave(CommandContext context, String kind, Set<String> which) {
    var confirmations = new ArrayList<RespValue>();
    List<String> names = context.count() > 0 ? context.arguments() : List.copyOf(which);
    for (String name : names) {
      which.remove(name);
      confirmations.add(confirmation(context, kind, Replies.bulk(name)));
    }
    if (names.isEmpty()) {
      confirmations.add(confirmation(context, kind, new RespValue.Null()));
    }
    return new RespValue.Array(confirmations);
  }

  private static RespValue confirmation(CommandContext context, String kind, RespValue name) {
    int count = context.session().subscriptions.count();
    return new RespValue.Push(List.of(Replies.bulk(kind), name, Replies.number(count)));
  }

  private static RespValue publish(CommandContext context) {
    return Replies.number(
        context.shared().publisher().publish(context.argument(0), context.argument(1)));
  }
}
