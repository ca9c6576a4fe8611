package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryIndex;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Loss;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which executions an answer can stem from. */
final class Answers {
  private static final Set<Loss> OF_TYPE =
      Set.of(Loss.SET_AS_ARRAY, Loss.MAP_AS_ARRAY, Loss.FLAG_OR_NUMBER);

  private Answers() {}

  /**
   * Whether what an answer holds is to be judged: not that of what has no reply, nor of one that
   * the driver's API keeps to itself, nor of one that was given null.
   */
  static boolean isJudged(History history, CallHistory call) {
    // Where null was given, who knows what was asked for.
    if (Subscribing.isBy(call.command()) || UserCode.givesNull(call.command())) {
      return false;
    }
    return switch (call.command().name()) {
      case Block.EXECUTE -> false;
      case Block.MULTI -> !history.subject().variant().losses().contains(Loss.MULTI_REPLY);
      default -> true;
    };
  }

  /** Whether an outcome is what the server said, errors apart. */
  static boolean isReply(Outcome outcome) {
    return outcome instanceof Outcome.Ok || outcome instanceof Outcome.Queued;
  }

  /** Which replies a call could have got by then, in words. */
  static String expected(HistoryIndex index, CallHistory call, Completion completion) {
    List<Execution> possible = possible(index, call, completion);
    if (possible.isEmpty()) {
      return "no reply: none to it had left the server";
    }
    return possible.stream()
        .map(execution -> Words.of(execution.reply()))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  /** What a call got instead, and whose that is, in words. */
  static String observed(HistoryIndex index, CallHistory call, Completion completion) {
    return Words.of(completion.outcome())
        + otherOwner(index, call, completion)
            .map(owner -> ", which is the reply to " + Words.of(owner))
            .orElse("");
  }

  /** Whether an answer is, whole, the reply of an execution of this call that had left by then. */
  static boolean isOwn(HistoryIndex index, CallHistory call, Completion completion) {
    // The label is nearly always right, and cheaper than the words.
    return isAmong(index.labelled(call), index, completion)
        || isAmong(index.executionsOf(call), index, completion);
  }

  private static boolean isAmong(
      List<Execution> executions, HistoryIndex index, Completion completion) {
    for (Execution execution : executions) {
      if (hadLeft(execution, completion)
          && says(index.history(), execution, completion.outcome())) {
        return true;
      }
    }
    return false;
  }

  /** The execution, of another call or of the driver itself, whose reply an answer is. */
  static Optional<Execution> otherOwner(
      HistoryIndex index, CallHistory call, Completion completion) {
    return index.history().executions().stream()
        .filter(execution -> hadLeft(execution, completion))
        .filter(execution -> says(index.history(), execution, completion.outcome()))
        .filter(execution -> !index.canBeOf(execution, call))
        .findFirst();
  }

  /**
   * Replies to this call that had left by then: what the answer could have been. That a command is
   * queued is no answer to it.
   */
  static List<Execution> possible(HistoryIndex index, CallHistory call, Completion completion) {
    return index.executionsOf(call).stream()
        .filter(execution -> hadLeft(execution, completion) && !execution.queued())
        .toList();
  }

  /** Whether the whole reply of an execution had left when a call ended. */
  static boolean hadLeft(Execution execution, Completion completion) {
    return execution.sentNanos() >= 0 && execution.sentNanos() <= completion.atNanos();
  }

  private static boolean says(History history, Execution execution, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Queued queued -> execution.queued();
      case Outcome.Ok(Value value) ->
          !execution.queued()
              && execution.reply() instanceof Reply.Answer(Value answer)
              && (answer.equals(value) || same(answer, value, losses(history, execution, value)));
      case Outcome.ServerError(String message) ->
          switch (execution.reply()) {
            case Reply.Failure(String error) -> error.equals(message);
            case Reply.Answer(Value answer) ->
                history.subject().variant().losses().contains(Loss.BESIDE_AN_ERROR)
                    && !Execution.normal(execution.words()).getFirst().equals(Block.EXEC)
                    && errorWithin(answer).filter(message::equals).isPresent();
          };
      default -> false;
    };
  }

  /**
   * What the driver's API does not carry over of a reply: its type only where no command says it,
   * and of EXEC's not that it holds results.
   */
  private static Set<Loss> losses(History history, Execution execution, Value got) {
    Set<Loss> losses = history.subject().variant().losses();
    return switch (Execution.normal(execution.words()).getFirst()) {
      case Script.EVAL, Script.EVALSHA -> losses;
      case Block.EXEC -> got instanceof Value.Items ? losses : Set.of();
      default ->
          losses.stream().filter(loss -> !OF_TYPE.contains(loss)).collect(Collectors.toSet());
    };
  }

  /** Unequal, but only by what the driver's API does not carry over. */
  private static boolean same(Value sent, Value got, Set<Loss> losses) {
    return !losses.isEmpty() && kept(sent, losses).equals(kept(asSent(sent, got, losses), losses));
  }

  /** What was got, with what an API has made another thing made that thing again. */
  private static Value asSent(Value sent, Value got, Set<Loss> losses) {
    return switch (got) {
      case Value.Items(List<Value> items)
          when sent instanceof Value.Members && losses.contains(Loss.SET_AS_ARRAY) ->
          new Value.Members(items);
      case Value.Items(List<Value> items)
          when sent instanceof Value.Items(List<Value> elements)
              && elements.size() == items.size() ->
          new Value.Items(
              IntStream.range(0, items.size())
                  .mapToObj(i -> asSent(elements.get(i), items.get(i), losses))
                  .toList());
      case Value.Items(List<Value> items)
          when sent instanceof Value.Pairs(List<Value.Pair> pairs)
              && losses.contains(Loss.MAP_AS_ARRAY)
              && items.size() == 2 * pairs.size() ->
          new Value.Pairs(
              IntStream.range(0, pairs.size())
                  .mapToObj(
                      i ->
                          new Value.Pair(
                              items.get(2 * i),
                              asSent(pairs.get(i).value(), items.get(2 * i + 1), losses)))
                  .toList());
      case Value.Flag(boolean flag)
          when sent instanceof Value.Number && losses.contains(Loss.FLAG_OR_NUMBER) ->
          new Value.Number(flag ? 1 : 0);
      case Value.Foreign(String kind, String message)
          when kind.equals("error")
              && losses.contains(Loss.BESIDE_AN_ERROR)
              && errorWithin(sent).filter(message::equals).isPresent() ->
          sent;
      default -> got;
    };
  }

  /** The first error among a value's elements, in the order of the wire; empty where none is. */
  private static Optional<String> errorWithin(Value value) {
    return switch (value) {
      case Value.Foreign(String kind, String message) when kind.equals("error") ->
          Optional.of(message);
      case Value.Items(List<Value> items) -> errorAmong(items.stream());
      case Value.Members(List<Value> members) -> errorAmong(members.stream());
      case Value.Pairs(List<Value.Pair> pairs) ->
          errorAmong(pairs.stream().flatMap(pair -> Stream.of(pair.key(), pair.value())));
      default -> Optional.empty();
    };
  }

  private static Optional<String> errorAmong(Stream<Value> values) {
    return values.map(Answers::errorWithin).flatMap(Optional::stream).findFirst();
  }

  /** What is left of a value: of what has lost its order, however deep, how often it has what. */
  private static Object kept(Value value, Set<Loss> losses) {
    return switch (value) {
      case Value.Items(List<Value> items) ->
          items.stream().map(item -> kept(item, losses)).toList();
      case Value.Members(List<Value> members) ->
          new Kept(
              Loss.SET_ORDER,
              parts(members.stream().map(member -> kept(member, losses)), Loss.SET_ORDER, losses));
      case Value.Pairs(List<Value.Pair> pairs) ->
          new Kept(
              Loss.MAP_ORDER,
              parts(
                  pairs.stream()
                      .map(pair -> List.of(kept(pair.key(), losses), kept(pair.value(), losses))),
                  Loss.MAP_ORDER,
                  losses));
      default -> value;
    };
  }

  /** Parts of a set or a map, told apart by what they may lose. */
  private record Kept(Loss kind, Object parts) {}

  private static Object parts(Stream<?> parts, Loss order, Set<Loss> losses) {
    return losses.contains(order)
        ? parts.collect(Collectors.groupingBy(part -> part, Collectors.counting()))
        : parts.toList();
  }
}
