package dev.crosstalk.server;

import dev.crosstalk.resp.Corruption;
import dev.crosstalk.resp.ErrorCode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The server of one case: its connections, and the steps that decide what leaves them. Not
 * thread-safe; one lock of the case guards it.
 */
public final class Server {

  /** Whose call a request is. */
  @FunctionalInterface
  public interface Attribution {

    /** The label of the call that sent these words; empty when no call did. */
    Optional<String> labelOf(int connection, List<String> words);

    /** Whether a driver may say this by itself, which is no call. */
    default boolean isOwn(List<String> words) {
      return OWN_COMMANDS.contains(words.get(0).toUpperCase(Locale.ROOT));
    }
  }

  /** Commands that drivers send for themselves: at connect, to keep alive, to ask who is there. */
  public static final Set<String> OWN_COMMANDS =
      Set.of("HELLO", "AUTH", "SELECT", "CLIENT", "PING", "INFO", "COMMAND", "QUIT");

  private final Shared shared;
  private final CommandEngine engine;
  private final Attribution attribution;
  private final GateRules rules = new GateRules();
  private final List<ServerConnection> connections = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private final Map<String, Deque<ErrorCode>> errorsDue = new HashMap<>();
  private int serials;
  private int stallsDue;
  private int refusalsDue;
  private int lossesDue;
  private int delaysDue;

  public Server(ValueSource values, Accounts accounts, Attribution attribution) {
    this.shared = new Shared(values, accounts, this::publish);
    this.engine = new CommandEngine(shared);
    this.attribution = attribution;
  }

  /**
   * Splits replies on their way, as the schedule of that seed does.
   *
   * @param seed zero for no splits
   */
  public void split(int seed) {
    rules.splits(new Splits(seed));
  }

  /** A connection was made. */
  public ServerConnection accept() {
    boolean stalled = stallsDue > 0 && !rules.healed();
    stallsDue -= stalled ? 1 : 0;
    boolean refused = refusalsDue > 0 && !rules.healed();
    refusalsDue -= refused ? 1 : 0;
    boolean lost = lossesDue > 0 && !rules.healed();
    lossesDue -= lost ? 1 : 0;
    boolean delayed = delaysDue > 0 && !rules.healed();
    delaysDue -= delayed ? 1 : 0;
    var gate = new Gate(rules, stalled);
    var fate = new ServerConnection.Reception(refused, lost, delayed);
    var connection = new ServerConnection(connections.size() + 1, this, gate, fate);
    connections.add(connection);
    return connection;
  }

  /** From now on EVALSHA runs every script, as where an application has loaded them before. */
  public void loadScripts() {
    shared.scripts().addAll();
  }

  /** Forgets what a restart does besides its connections: the scripts. */
  public void restart() {
    shared.scripts().forget();
  }

  /** All connections there were, in the order of acceptance. */
  public List<ServerConnection> connections() {
    return connections;
  }

  /** What came that was neither a call nor a driver's own command, and what was no request. */
  public List<String> strays() {
    return strays;
  }

  public void stallNextHandshake() {
    stallsDue++;
  }

  public void refuseNextConnection() {
    refusalsDue++;
  }

  public void loseNextConnection() {
    lossesDue++;
  }

  public void delayNextAccept() {
    delaysDue++;
  }

  /** Where the server listens, as {@code host:port}: some errors name it. */
  public void address(String hostAndPort) {
    engine.address(hostAndPort);
  }

  /** The next request of a call is answered with an error, where a correct server could do so. */
  public void answer(String label, ErrorCode error) {
    errorsDue.computeIfAbsent(label, unused -> new ArrayDeque<>()).add(error);
  }

  Optional<ErrorCode> errorFor(Optional<String> label) {
    return label.map(errorsDue::get).map(Deque::poll);
  }

  public void hold(String label) {
    rules.hold(label);
  }

  /** From now on, replies to a call leave as they come, with all before them. */
  public void await(String label) {
    rules.await(label);
    connections.forEach(connection -> connection.gate().letOut(label));
  }

  public void stopAwaiting(String label) {
    rules.stopAwaiting(label);
  }

  /** Ends a call's hold and lets its replies out whole; false when none is owed. */
  public boolean release(String label) {
    boolean owing = owing(label).isPresent() || rules.isHeld(label);
    rules.unhold(label);
    connections.forEach(connection -> connection.gate().letOut(label));
    return owing;
  }

  /** Lets out so many more bytes of a call's reply; false when none is owed, or one before held. */
  public boolean deliver(String label, int bytes) {
    Optional<ServerConnection> owing = reachable(label);
    owing.ifPresent(
        connection -> {
          Gate gate = connection.gate();
          gate.letOut(label, gate.letOutOf(label) + bytes);
        });
    return owing.isPresent();
  }

  /** Lets out a call's reply up to a byte; false when none is owed, or one before it is held. */
  public boolean deliverUpTo(String label, int position) {
    Optional<ServerConnection> owing = reachable(label);
    owing.ifPresent(connection -> connection.gate().letOut(label, position));
    return owing.isPresent();
  }

  private Optional<ServerConnection> reachable(String label) {
    return owing(label).filter(connection -> connection.gate().reaches(label));
  }

  /** The newest connection that owes a reply to a call, in whole or in part. */
  public Optional<ServerConnection> owing(String label) {
    for (ServerConnection connection : connections.reversed()) {
      if (connection.gate().unfinished(label).isPresent()) {
        return Optional.of(connection);
      }
    }
    return Optional.empty();
  }

  /**
   * ILLEGAL: puts bytes that no correct server sends in place of a call's reply.
   *
   * @return the request whose reply it was; empty when none is owed, or part of it has been let out
   */
  public Optional<Executed> corrupt(String label, Corruption how) {
    return owing(label).flatMap(connection -> connection.gate().corrupt(label, how));
  }

  /** The bytes of the reply that {@link #owing} owes. */
  public Optional<byte[]> owedReply(String label) {
    return owing(label).flatMap(connection -> connection.gate().unfinished(label));
  }

  /** Everything held is delivered, and everything to come. */
  public void heal() {
    errorsDue.clear();
    rules.heal();
    connections.forEach(connection -> connection.gate().open());
  }

  /**
   * Publishes a message, as a client elsewhere would.
   *
   * @return one entry for each connection and subscription that it comes to
   */
  public List<Published> publish(String label, String channel, String payload) {
    return publish(Optional.of(label), channel, payload);
  }

  private int publish(String channel, String payload) {
    return publish(Optional.empty(), channel, payload).size();
  }

  private List<Published> publish(Optional<String> label, String channel, String payload) {
    var published = new ArrayList<Published>();
    connections.forEach(each -> published.addAll(each.publish(label, channel, payload)));
    return published;
  }

  CommandEngine engine() {
    return engine;
  }

  int nextSerial() {
    return ++serials;
  }

  Optional<String> attribute(int connection, List<String> words) {
    Optional<String> label = attribution.labelOf(connection, words);
    if (label.isEmpty() && !attribution.isOwn(words)) {
      stray("connection " + connection + ": " + String.join(" ", words));
    }
    return label;
  }

  void stray(String what) {
    strays.add(what);
  }
}
