package dev.crosstalk.history;

import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One request that the server executed.
 *
 * @param serial unique in the case, counted from 1; values carry it
 * @param label the call it came from; empty for the driver's own commands
 * @param words the request as it arrived
 * @param connection id of the connection it came over
 * @param user who was logged in there
 * @param protocol negotiated there when it ran
 * @param reply decoded as a caller should see it, or an error
 * @param replyBytes the reply on the wire, one character a byte (ISO 8859-1)
 * @param receivedNanos when its last byte arrived
 * @param sentNanos just before the last byte of its reply was let out; -1 if that never left
 * @param takenBytes how many bytes of the reply were let out
 */
public record Execution(
    int serial,
    Optional<String> label,
    List<String> words,
    int connection,
    int database,
    String user,
    Protocol protocol,
    Reply reply,
    String replyBytes,
    int step,
    long receivedNanos,
    long sentNanos,
    int takenBytes) {

  public Execution {
    words = List.copyOf(words);
  }

  public boolean isOf(String call) {
    return label.isPresent() && label.get().equals(call);
  }

  /** Whether it is of a call, or has the very words of one; names are case-insensitive. */
  public boolean canBeOf(CallHistory call) {
    if (isOf(call.label())) {
      return true;
    }
    return normal(words).equals(normal(call.command().words()));
  }

  /** What the server answered. */
  public sealed interface Reply {

    /** A value, with its map turned into {@link Value.Pairs} under either protocol. */
    record Answer(Value value) implements Reply {}

    /** An error reply, without its leading dash. */
    record Failure(String message) implements Reply {}
  }

  /** A request's words with what is case-insensitive in upper case. */
  public static List<String> normal(List<String> words) {
    int namesMax = words.get(0).equalsIgnoreCase("CLIENT") ? words.size() : 1;
    for (int i = 0; i < namesMax; i++) {
      String word = words.get(i);
      if (!word.equals(word.toUpperCase(Locale.ROOT))) {
        return upperCase(words, namesMax);
      }
    }
    return words;
  }

  private static List<String> upperCase(List<String> words, int count) {
    var upper = new ArrayList<>(words);
    upper.subList(0, count).replaceAll(word -> word.toUpperCase(Locale.ROOT));
    return upper;
  }
}
