package dev.crosstalk.history;

import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One request that the server executed.
 *
 * @param serial unique in the case, counted from 1; values carry it
 * @param label the call it came from; empty for the driver's own commands
 * @param words the request as it arrived
 * @param connection id of the connection it came over
 * @param user who was logged in there
 * @param clientName what the connection was named there
 * @param protocol negotiated there when it ran
 * @param reply decoded as a caller should see it, or an error
 * @param replyBytes the reply on the wire, one character a byte (ISO 8859-1)
 * @param receivedNanos when its last byte arrived
 * @param sentNanos just before the last byte of its reply was let out; -1 if that never left
 * @param takenBytes how many bytes of the reply were let out
 * @param effect whether it changed what is stored: a command that writes, run and not refused
 * @param exec serial of the EXEC that ran it, in whose reply its own is an element; 0 for what
 *     stands by itself. A queued command has two entries: when it was queued, and when it ran
 */
public record Execution(
    int serial,
    Optional<String> label,
    List<String> words,
    int connection,
    int database,
    String user,
    Optional<String> clientName,
    Protocol protocol,
    Reply reply,
    String replyBytes,
    int step,
    long receivedNanos,
    long sentNanos,
    int takenBytes,
    boolean effect,
    int exec) {
  /** Elements that say nothing about whose they are. */
  private static final Set<Value> NAMELESS = Set.of(new Value.Text("OK"), new Value.Text("PONG"));

  private static final String QUEUED = "+QUEUED\r\n";

  public Execution {
    words = List.copyOf(words);
  }

  /** Whether the server put the command off until EXEC. */
  public boolean queued() {
    return replyBytes.equals(QUEUED);
  }

  /** Whether its reply is an element of that to EXEC, and no bytes of its own were owed. */
  public boolean insideExec() {
    return exec != 0;
  }

  public boolean isOf(String call) {
    return label.isPresent() && label.get().equals(call);
  }

  /**
   * Whether it is of a call, or has the very words of one; names are case-insensitive. The reply to
   * an EXEC may name whose it is, where its words do not.
   */
  public boolean canBeOf(CallHistory call) {
    if (isOf(call.label())) {
      return true;
    }
    return (label.isEmpty() || !carriesIdentity()) && hasWordsOf(call);
  }

  boolean hasWordsOf(CallHistory call) {
    return normal(words).equals(normal(call.command().words()));
  }

  /**
   * Whether its words tell whose it is: not where it has no argument of its own, as a request for
   * attributes has none, nor where drivers send the like for themselves.
   */
  public boolean namesItsCall() {
    return switch (normal(words).getFirst()) {
      case "SELECT", "CLIENT", "AUTH", "HELLO", "INFO", "COMMAND", "DEBUG" -> false;
      default -> words.size() > 1;
    };
  }

  private boolean carriesIdentity() {
    return words.get(0).equalsIgnoreCase(Block.EXEC)
        && reply instanceof Reply.Answer(Value.Items(List<Value> elements))
        && !elements.stream().allMatch(NAMELESS::contains);
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
      if (!isUpperCase(words.get(i))) {
        return upperCase(words, namesMax);
      }
    }
    return words;
  }

  /** May say no of what is, where letters are not ASCII. */
  private static boolean isUpperCase(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c > '~' || c >= 'a' && c <= 'z') {
        return false;
      }
    }
    return true;
  }

  private static List<String> upperCase(List<String> words, int count) {
    var upper = new ArrayList<>(words);
    upper.subList(0, count).replaceAll(word -> word.toUpperCase(Locale.ROOT));
    return upper;
  }
}
