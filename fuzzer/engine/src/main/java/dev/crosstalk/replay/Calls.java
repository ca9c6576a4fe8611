package dev.crosstalk.replay;

import dev.crosstalk.history.Execution;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.Server;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Subscribing;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The calls of a case, what the server executed of them, and whose call a request is: that of the
 * call with the same words. Each call has a key of its own, so this is certain for all but commands
 * that carry none, and those that are asked again of a cache. Touched only inside the stage's
 * exclusive tasks.
 */
final class Calls implements Server.Attribution {
  private final Map<String, CallState> byLabel = new LinkedHashMap<>();
  private final Map<List<String>, List<CallState>> byWords = new HashMap<>();

  /** Those that had not ended when somebody last asked, and those added since, in order. */
  private final List<CallState> unended = new ArrayList<>();

  private final List<Executed> executions = new ArrayList<>();

  /** Which of the executions have words that say whose they are, by their index. */
  private final BitSet named = new BitSet();

  /** The MULTI of each connection, until something behind it says whose it is. */
  private final Map<Integer, Executed> begun = new HashMap<>();

  /** What stands on each connection since its MULTI and says whose block that is. */
  private final Map<Integer, CallState> inBlocks = new HashMap<>();

  private final BitSet connections = new BitSet();

  /** On which no call was executed, and no database was selected. */
  private final BitSet fresh = new BitSet();

  private final Set<String> atConnect;
  private final Set<String> forItself;
  private final int database;
  private final boolean caches;

  /**
   * No calls yet.
   *
   * @param atConnect what the driver may send for itself first thing on a new connection
   * @param forItself what it may send for itself later, too
   * @param database the one that the driver selects there, if it is not 0
   * @param caches whether a call that ended unsent was answered from a cache, and is not sent later
   */
  Calls(Set<String> atConnect, Set<String> forItself, int database, boolean caches) {
    this.atConnect = atConnect;
    this.forItself = forItself;
    this.database = database;
    this.caches = caches;
  }

  /** Adds a call; false when its label is taken. */
  boolean add(CallState call) {
    if (byLabel.putIfAbsent(call.label, call) != null) {
      return false;
    }
    unended.add(call);
    for (List<String> words : SentWords.of(call.command)) {
      byWords.computeIfAbsent(Execution.normal(words), unused -> new ArrayList<>()).add(call);
    }
    return true;
  }

  Optional<CallState> find(String label) {
    return Optional.ofNullable(byLabel.get(label));
  }

  /**
   * Whether requests of this call may have been taken for another's: both ask in the same words.
   */
  boolean isConfusable(CallState call) {
    return SentWords.of(call.command).stream()
        .anyMatch(words -> byWords.get(Execution.normal(words)).size() > 1);
  }

  Collection<CallState> all() {
    return byLabel.values();
  }

  /** The calls that have not ended, in the order of their starts. Good until the next one ends. */
  List<CallState> unended() {
    unended.removeIf(CallState::ended);
    return unended;
  }

  /** A client was closed from that moment on; its newest session had that number. */
  void closedUnder(long fromNanos, int newestSession) {
    for (CallState call : byLabel.values()) {
      call.closedUnder |= call.openSince(fromNanos, newestSession);
    }
  }

  void executed(Executed executed) {
    executions.add(executed);
    if (executed.label().isPresent()) {
      CallState call = byLabel.get(executed.label().get());
      if (call != null) {
        call.executions.add(executed);
        note(call, executed);
      }
    }
  }

  private void note(CallState call, Executed executed) {
    if (call.command.name().equals(Block.MULTI)) {
      begun.put(executed.connection(), executed);
      inBlocks.remove(executed.connection());
    } else if (call.endsBlock()) {
      begun.remove(executed.connection());
      inBlocks.remove(executed.connection());
    } else if (saysWhose(call, executed)) {
      named.set(executions.size() - 1);
      if (call.block.isPresent()) {
        inBlocks.put(executed.connection(), call);
        tellBeginning(call.block.get(), executed.connection());
      }
    }
  }

  /** Whose a MULTI was, where a driver sends it late, shows only by what comes behind it. */
  private void tellBeginning(String block, int connection) {
    Executed multi = begun.remove(connection);
    CallState first = byLabel.get(block);
    if (multi == null || first == null || multi.label().orElseThrow().equals(block)) {
      return;
    }
    if (first.command.name().equals(Block.MULTI)) {
      byLabel.get(multi.label().get()).executions.remove(multi);
      multi.belongsTo(block);
      first.executions.add(multi);
    }
  }

  /** Not where calls share its words, nor where drivers say the like for themselves. */
  private boolean saysWhose(CallState call, Executed executed) {
    List<String> words = Execution.normal(executed.words());
    return words.size() > 1
        && !Subscribing.isBy(call.command)
        && !Server.OWN_COMMANDS.contains(words.getFirst())
        && byWords.getOrDefault(words, List.of()).size() == 1;
  }

  List<Executed> executions() {
    return executions;
  }

  /**
   * What ends a block goes to the block of what was queued before it. Else an open call that has
   * not been executed on this connection goes first, and one that the driver took without sending
   * it; of several with the same words, one whose lane was the last on the connection, then one
   * whose lane has used it, then one whose lane has used none, by what says whose it is before what
   * was guessed. After that, a request with the words of a call is that call sent again, unless
   * drivers send such requests themselves.
   */
  @Override
  public Optional<String> labelOf(int connection, List<String> words) {
    List<String> normal = Execution.normal(words);
    String name = normal.getFirst();
    boolean first = !connections.get(connection);
    if (first) {
      connections.set(connection);
      fresh.set(connection);
    }
    if (name.equals("SELECT")
        ? isAtConnect(connection, words)
        : first && atConnect.contains(name)) {
      return Optional.empty();
    }
    Optional<String> label = labelOfCall(connection, normal);
    if (label.isPresent()) {
      fresh.clear(connection);
    }
    return label;
  }

  /** Whether a SELECT is the driver's own, for the configured database. */
  private boolean isAtConnect(int connection, List<String> words) {
    boolean own =
        database != 0
            && words.equals(List.of(words.getFirst(), String.valueOf(database)))
            && fresh.get(connection);
    if (own) {
      fresh.clear(connection);
    }
    return own;
  }

  /** A driver that reconnects may subscribe again to what calls have subscribed to. */
  @Override
  public boolean isOwn(List<String> words) {
    return Server.Attribution.super.isOwn(words)
        || forItself.contains(words.getFirst().toUpperCase(Locale.ROOT))
        || (words.size() > 1
            && words.stream()
                .skip(1)
                .allMatch(channel -> wasSubscribed(words.getFirst(), channel, false)));
  }

  private boolean wasSubscribed(String name, String channel, boolean atServer) {
    return byLabel.values().stream()
        .filter(call -> !atServer || !call.executions.isEmpty())
        .map(call -> call.command)
        .filter(command -> Subscribing.beginsBy(command) && command.name().equalsIgnoreCase(name))
        .anyMatch(command -> command.arguments().contains(channel));
  }

  private Optional<String> labelOfCall(int connection, List<String> normal) {
    List<CallState> same = byWords.getOrDefault(normal, List.of());
    String name = normal.getFirst();
    Optional<CallState> end = endOfBlock(same, connection);
    if (end.isPresent()) {
      return Optional.of(end.get().label);
    }
    Optional<CallState> waiting = waiting(same, connection);
    if (waiting.isPresent()) {
      boolean mayBeOwn = forItself.contains(name) && wasLastAnothers(waiting.get(), connection);
      return mayBeOwn ? Optional.empty() : Optional.of(waiting.get().label);
    }
    if (same.isEmpty() || Server.OWN_COMMANDS.contains(name) || forItself.contains(name)) {
      return Optional.empty();
    }
    return Subscribing.beginsBy(same.getLast().command)
        ? subscribedAgain(same)
        : Optional.of(same.getLast().label);
  }

  /**
   * Of these calls the one whose subscription is renewed. One that has ended and was never sent is
   * not, where a driver may so renew what other calls have subscribed to.
   */
  private Optional<String> subscribedAgain(List<CallState> same) {
    for (CallState call : same.reversed()) {
      if (!call.executions.isEmpty()) {
        return Optional.of(call.label);
      }
    }
    Command last = same.getLast().command;
    boolean mayBeOwn =
        !last.arguments().isEmpty()
            && last.arguments().stream()
                .allMatch(channel -> wasSubscribed(last.name(), channel, true));
    return mayBeOwn ? Optional.empty() : Optional.of(same.getLast().label);
  }

  /**
   * Of these calls the one that ends the block which was begun on a connection, if that is known.
   */
  private Optional<CallState> endOfBlock(List<CallState> same, int connection) {
    if (inBlocks.isEmpty() || same.isEmpty() || !same.getFirst().endsBlock()) {
      return Optional.empty();
    }
    CallState inside = inBlocks.get(connection);
    for (CallState call : same) {
      if (inside != null && call.begun() && call.block.equals(inside.block)) {
        return Optional.of(call);
      }
    }
    return Optional.empty();
  }

  private Optional<CallState> waiting(List<CallState> same, int connection) {
    var waiting = new ArrayList<CallState>(1);
    for (CallState call : same) {
      // Who listens on a connection does not subscribe again over another.
      boolean listens = call.loops && !call.executions.isEmpty();
      boolean mayCome = call.open() || !caches && call.endedUnsent();
      if (!listens && mayCome && !call.executedOn(connection)) {
        waiting.add(call);
      }
    }
    if (waiting.size() > 1) {
      return waiting.stream()
          .min(
              Comparator.comparingInt((CallState call) -> distance(call, connection, true))
                  .thenComparingInt(call -> distance(call, connection, false)));
    }
    return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.getFirst());
  }

  /** Whether the last call that a connection carried was of another lane. */
  private boolean wasLastAnothers(CallState call, int connection) {
    for (Executed executed : executions.reversed()) {
      Optional<CallState> last = executed.label().flatMap(this::find);
      if (last.isPresent() && executed.connection() == connection) {
        return last.get().thread != call.thread;
      }
    }
    return false;
  }

  private int distance(CallState call, int connection, boolean onlyNamed) {
    boolean usedAny = false;
    boolean used = false;
    boolean wasLast = false;
    for (int i = 0; i < executions.size(); i++) {
      if (onlyNamed && !named.get(i)) {
        continue;
      }
      Executed executed = executions.get(i);
      Optional<CallState> other = executed.label().flatMap(this::find);
      if (other.isPresent()) {
        boolean same = other.get().thread == call.thread;
        boolean here = executed.connection() == connection;
        wasLast = here ? same : wasLast;
        used |= same && here;
        usedAny |= same;
      }
    }
    if (used) {
      return wasLast ? 0 : 1;
    }
    return usedAny ? 3 : 2;
  }
}
