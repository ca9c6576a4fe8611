package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.stream.Collectors;

/** Calls, replies and outcomes in a few words of one line, for the text of violations. */
public final class Words {
  private static final int TEXT_MAX = 120;

  private Words() {}

  /** {@code A1 GET k1}. */
  public static String of(CallHistory call) {
    return call.label() + " " + shown(String.join(" ", call.command().words()));
  }

  /** {@code A1 GET k1 on connection 2}, or that it was the driver's own. */
  public static String of(Execution execution) {
    return execution.label().map(label -> label + " ").orElse("the driver's own ")
        + shown(String.join(" ", execution.words()))
        + " on connection "
        + execution.connection();
  }

  public static String of(Reply reply) {
    return switch (reply) {
      case Reply.Answer(Value value) -> of(value);
      case Reply.Failure(String message) -> "error " + quoted(message);
    };
  }

  public static String of(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok(Value value) -> of(value);
      case Outcome.Queued queued -> "queued";
      case Outcome.ServerError(String message) -> "error " + quoted(message);
      case Outcome.TimedOut(String detail) -> "timed out: " + shown(detail);
      case Outcome.Cancelled(String detail) -> "cancelled: " + shown(detail);
      case Outcome.ConnectionLost(String detail) -> "connection lost: " + shown(detail);
      case Outcome.Refused(String detail) -> "refused: " + shown(detail);
      case Outcome.UserCodeFailed(String detail) -> "user code failed: " + shown(detail);
      case Outcome.Garbled(String detail) -> "garbled: " + shown(detail);
    };
  }

  public static String of(Value value) {
    return switch (value) {
      case Value.Nil nil -> "nil";
      case Value.Text(String text) -> quoted(text);
      case Value.Number(long number) -> String.valueOf(number);
      case Value.Flag(boolean flag) -> String.valueOf(flag);
      case Value.Real(double real) -> String.valueOf(real);
      case Value.Items(var items) ->
          items.stream().map(Words::of).collect(Collectors.joining(", ", "[", "]"));
      case Value.Members(var members) ->
          members.stream().map(Words::of).collect(Collectors.joining(", ", "{", "}"));
      case Value.Pairs(var pairs) ->
          pairs.stream()
              .map(pair -> of(pair.key()) + ": " + of(pair.value()))
              .collect(Collectors.joining(", ", "{", "}"));
      case Value.Foreign(String className, String text) -> className + " " + quoted(text);
    };
  }

  /**
   * The innermost frame that is not of the JDK, if there is one.
   *
   * @param stack not empty
   */
  static String where(List<String> stack) {
    return stack.stream()
        .filter(frame -> !frame.startsWith("java.base/"))
        .findFirst()
        .orElse(stack.getFirst());
  }

  private static String quoted(String text) {
    return "\"" + shown(text) + "\"";
  }

  /** Control characters escaped, long text shortened in the middle. */
  private static String shown(String text) {
    if (text == null) {
      return "";
    }
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\r' -> out.append("\\r");
        case '\n' -> out.append("\\n");
        default -> {
          if (c < ' ' || c == 0x7f) {
            out.append("\\x%02x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    if (out.length() <= TEXT_MAX) {
      return out.toString();
    }
    int half = TEXT_MAX / 2 - 2;
    return out.substring(0, half) + "..." + out.substring(out.length() - half);
  }
}
