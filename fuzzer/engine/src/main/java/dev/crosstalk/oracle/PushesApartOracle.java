package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Delivery;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.history.MessageHistory;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A message is told to listeners once for each copy that has come, for the channel or the pattern
 * that it came for, whole, and to nobody as the reply to a call.
 *
 * <p>One that was not told is lost only if its subscription was confirmed, the driver had read all
 * of it with its connection still open, nobody had begun to unsubscribe, and no listener had thrown
 * before. Copies of a message are alike, and so are counted, whichever session they came to.
 */
final class PushesApartOracle implements Oracle {

  /** What copies and deliveries of a message have in common. */
  private record Key(Optional<String> pattern, String channel, String message) {
    static Key of(MessageHistory copy) {
      return new Key(copy.pattern(), copy.channel(), copy.message());
    }

    static Key of(Delivery told) {
      return new Key(told.pattern(), String.valueOf(told.channel()), text(told.message()));
    }

    private static String text(String message) {
      return String.valueOf(message);
    }
  }

  @Override
  public String invariant() {
    return "pushes-apart";
  }

  @Override
  public Family family() {
    return Family.PUSHES;
  }

  @Override
  public List<Violation> judge(HistoryIndex index) {
    History history = index.history();
    if (history.messages().isEmpty() && history.deliveries().isEmpty()) {
      return List.of();
    }
    var violations = new ArrayList<Violation>();
    Map<Key, List<MessageHistory>> copies =
        history.messages().stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    Map<Key, List<Delivery>> told =
        history.deliveries().stream()
            .collect(Collectors.groupingBy(Key::of, LinkedHashMap::new, Collectors.toList()));
    told.forEach(
        (key, deliveries) ->
            tooMany(history, key, copies.getOrDefault(key, List.of()), deliveries)
                .ifPresent(violations::add));
    copies.forEach(
        (key, those) ->
            lost(index, key, those, told.getOrDefault(key, List.of())).ifPresent(violations::add));
    violations.addAll(asReplies(history));
    return violations;
  }

  /** Told more often than it had come by then. */
  private Optional<Violation> tooMany(
      History history, Key key, List<MessageHistory> copies, List<Delivery> deliveries) {
    for (int i = 0; i < deliveries.size(); i++) {
      Delivery delivery = deliveries.get(i);
      long come = copies.stream().filter(copy -> copy.hadLeft(delivery.atNanos())).count();
      if (come <= i) {
        return Optional.of(
            forbidden(
                Optional.empty(),
                "what is told has come: " + come(history, key, copies),
                told(delivery) + (i == 0 ? "" : " for the " + (i + 1) + ordinal(i + 1) + " time")));
      }
    }
    return Optional.empty();
  }

  private static String ordinal(int number) {
    return switch (number) {
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  private static String come(History history, Key key, List<MessageHistory> copies) {
    if (!copies.isEmpty()) {
      return copies.stream().map(PushesApartOracle::named).collect(Collectors.joining(", "));
    }
    return history.messages().stream()
        .filter(copy -> copy.message().equals(key.message()))
        .findFirst()
        .map(PushesApartOracle::named)
        .orElse("no such message was published");
  }

  /** {@code "M1" for channel c1, whole, on connection 2}. */
  private static String named(MessageHistory copy) {
    return Words.of(new Value.Text(copy.message()))
        + of(copy.pattern(), copy.channel())
        + (copy.sentNanos() >= 0
            ? ", whole"
            : ", " + copy.takenBytes() + " of its " + copy.wireBytes().length() + " bytes")
        + ", on connection "
        + copy.connection();
  }

  private static String told(Delivery delivery) {
    return "session "
        + delivery.session()
        + " told "
        + Words.of(new Value.Text(String.valueOf(delivery.message())))
        + of(delivery.pattern(), delivery.channel());
  }

  private static String of(Optional<String> pattern, String channel) {
    return pattern.map(it -> " for pattern " + it + " of channel ").orElse(" for channel ")
        + channel;
  }

  private Optional<Violation> lost(
      HistoryIndex index, Key key, List<MessageHistory> copies, List<Delivery> deliveries) {
    List<MessageHistory> due =
        copies.stream().filter(copy -> mustBeTold(index.history(), copy)).toList();
    if (due.size() <= deliveries.size()) {
      return Optional.empty();
    }
    return Optional.of(
        forbidden(
            cause(index.history(), due.getFirst()).flatMap(Execution::label),
            "a message that was read is told: "
                + due.stream().map(PushesApartOracle::named).collect(Collectors.joining(", ")),
            deliveries.isEmpty()
                ? "no listener was told"
                : "told " + deliveries.size() + " times of " + due.size()));
  }

  private static Optional<Execution> cause(History history, MessageHistory copy) {
    return history.executions().stream()
        .filter(execution -> execution.serial() == copy.cause())
        .findFirst();
  }

  private static boolean mustBeTold(History history, MessageHistory copy) {
    if (copy.readStep() < 0) {
      return false;
    }
    Optional<CallHistory> subscribed =
        cause(history, copy).flatMap(Execution::label).flatMap(history::call);
    boolean failed =
        subscribed.filter(call -> !call.completions().isEmpty() && !call.endedOk()).isPresent();
    Set<Integer> sessions = sessionsOn(history, copy.connection());
    return !failed
        && history.calls().stream().noneMatch(call -> isEndOf(call, copy, sessions, subscribed))
        && history.deliveries().stream()
            .noneMatch(
                told ->
                    told.failed()
                        && told.step() <= copy.readStep()
                        && isAmong(sessions, told.session()));
  }

  /** Whether a call had begun by then to end the subscription, of a session that may be its. */
  private static boolean isEndOf(
      CallHistory call,
      MessageHistory copy,
      Set<Integer> sessions,
      Optional<CallHistory> subscribed) {
    String name = copy.pattern().isPresent() ? Subscribing.PUNSUBSCRIBE : Subscribing.UNSUBSCRIBE;
    List<String> from = call.command().arguments();
    return call.command().name().equals(name)
        && call.began()
        && !call.probe()
        && call.step() <= copy.readStep()
        && call.step() >= subscribed.map(CallHistory::step).orElse(0)
        && (from.isEmpty() || from.contains(copy.pattern().orElse(copy.channel())))
        && isAmong(sessions, call.session());
  }

  /** Where nobody is known to use the connection, it may be anybody's. */
  private static boolean isAmong(Set<Integer> sessions, int session) {
    return sessions.isEmpty() || session == 0 || sessions.contains(session);
  }

  private static Set<Integer> sessionsOn(History history, int connection) {
    return history.executions().stream()
        .filter(execution -> execution.connection() == connection)
        .flatMap(execution -> execution.label().flatMap(history::call).stream())
        .map(CallHistory::session)
        .collect(Collectors.toSet());
  }

  private List<Violation> asReplies(History history) {
    Map<String, MessageHistory> messages =
        history.messages().stream()
            .collect(
                Collectors.toMap(MessageHistory::message, copy -> copy, (first, second) -> first));
    var violations = new ArrayList<Violation>();
    for (CallHistory call : history.calls()) {
      if (!Answers.isJudged(history, call)) {
        continue;
      }
      for (Completion completion : call.completions()) {
        if (completion.outcome() instanceof Outcome.Ok(Value value)) {
          messageIn(value, messages)
              .ifPresent(
                  message ->
                      violations.add(
                          forbidden(
                              Optional.of(call.label()),
                              Words.of(call) + " gets no message",
                              Words.of(value) + ", which is " + named(message))));
        }
      }
    }
    return violations;
  }

  private static Optional<MessageHistory> messageIn(
      Value value, Map<String, MessageHistory> messages) {
    return switch (value) {
      case Value.Text(String text) -> Optional.ofNullable(messages.get(text));
      case Value.Items(List<Value> items) ->
          items.stream().flatMap(item -> messageIn(item, messages).stream()).findFirst();
      default -> Optional.empty();
    };
  }
}
