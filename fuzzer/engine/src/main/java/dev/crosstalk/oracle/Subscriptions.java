package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.History;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Subscribing;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a session was told to listen to, and not told to leave again. */
final class Subscriptions {
  private final Set<Subscription> left = new HashSet<>();

  /** A channel, or a pattern. */
  private record Subscription(boolean pattern, String name) {}

  private Subscriptions() {}

  /** Whether a session has any at the end of a history. */
  static boolean areLeft(History history, int session) {
    var subscriptions = new Subscriptions();
    history.calls().stream()
        .filter(CallHistory::began)
        .filter(call -> call.session() == session)
        .sorted(Comparator.comparingLong(CallHistory::invokedNanos))
        .map(CallHistory::command)
        .forEach(subscriptions::told);
    return !subscriptions.left.isEmpty();
  }

  private void told(Command command) {
    switch (command.name()) {
      case Subscribing.SUBSCRIBE -> left.addAll(named(command, false));
      case Subscribing.PSUBSCRIBE -> left.addAll(named(command, true));
      case Subscribing.UNSUBSCRIBE -> leave(command, false);
      case Subscribing.PUNSUBSCRIBE -> leave(command, true);
      default -> {
        // Nothing to listen to.
      }
    }
  }

  /** Without a name it leaves all of a kind. */
  private void leave(Command command, boolean pattern) {
    List<Subscription> named = named(command, pattern);
    left.removeIf(each -> named.isEmpty() ? each.pattern() == pattern : named.contains(each));
  }

  private static List<Subscription> named(Command command, boolean pattern) {
    return command.arguments().stream().map(name -> new Subscription(pattern, name)).toList();
  }
}
