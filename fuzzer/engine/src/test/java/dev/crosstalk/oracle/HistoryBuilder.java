package dev.crosstalk.oracle;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Delivery;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.Execution.Reply;
import dev.crosstalk.history.Hang;
import dev.crosstalk.history.History;
import dev.crosstalk.history.MessageHistory;
import dev.crosstalk.history.Subject;
import dev.crosstalk.history.Terms;
import dev.crosstalk.history.ThreadsLeft;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.CallersWord;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.VariantBuilder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A history by hand. What is said happens in the order in which it is said, one millisecond after
 * the other; {@link #pass} lets more time go by. The timeout is 100 ms and there is no allowance.
 */
public final class HistoryBuilder {
  private static final long MILLI = 1_000_000;

  /** Where the variant has a pool. */
  private static final int POOL_SIZE = 1;

  private final VariantBuilder variant;
  private final Map<String, CallHistory> calls = new LinkedHashMap<>();
  private final Map<Integer, ConnectionHistory> connections = new LinkedHashMap<>();
  private final List<Execution> executions = new ArrayList<>();
  private final List<String> strays = new ArrayList<>();
  private final List<Hang> hangs = new ArrayList<>();
  private final List<MessageHistory> messages = new ArrayList<>();
  private final List<Delivery> deliveries = new ArrayList<>();
  private final List<Integer> leftOpen = new ArrayList<>();
  private ThreadsLeft threadsLeft = ThreadsLeft.UNKNOWN;
  private final Map<String, Integer> sessions = new LinkedHashMap<>();
  private final List<Integer> effects = new ArrayList<>();
  private int configuredDatabase;
  private String configuredUser = "default";
  private int database;
  private String user = "default";
  private Optional<String> clientName = Optional.empty();
  private Optional<String> configuredName = Optional.empty();
  private long allowanceNanos;
  private long nowNanos;

  private HistoryBuilder(VariantBuilder variant) {
    this.variant = variant;
  }

  public static HistoryBuilder of(VariantBuilder variant) {
    return new HistoryBuilder(variant);
  }

  public HistoryBuilder allowance(long millis) {
    allowanceNanos = millis * MILLI;
    return this;
  }

  /** A label's first letter is its lane; one like {@code A:probe-1} is that of a probe. */
  public HistoryBuilder starts(String label, String name, String... arguments) {
    return call(label, Command.of(name, arguments), tick());
  }

  /** Waits behind another call of its lane, and never begins. */
  public HistoryBuilder queues(String label, String name, String... arguments) {
    tick();
    return call(label, Command.of(name, arguments), -1);
  }

  private HistoryBuilder call(String label, Command command, long atNanos) {
    String lane = label.substring(0, 1);
    boolean probe = label.contains(":");
    calls.put(
        label,
        new CallHistory(
            label,
            lane,
            command,
            probe,
            0,
            Optional.empty(),
            sessions.getOrDefault(lane, 1 + lane.charAt(0) - 'A'),
            atNanos,
            List.of()));
    return this;
  }

  /** From now on a lane's calls are started on another session; its first one is 1 for A. */
  public HistoryBuilder session(String lane, int number) {
    sessions.put(lane, number);
    return this;
  }

  /** From now on requests are executed there and as that user. */
  public HistoryBuilder executesOn(int newDatabase, String newUser) {
    database = newDatabase;
    user = newUser;
    return this;
  }

  /** Where and as whom they should be. */
  public HistoryBuilder configured(int otherDatabase, String otherUser) {
    configuredDatabase = otherDatabase;
    configuredUser = otherUser;
    return executesOn(otherDatabase, otherUser);
  }

  /** What the driver was told to name its connections, and from now on names them. */
  public HistoryBuilder named(String name) {
    configuredName = Optional.of(name);
    clientName = configuredName;
    return this;
  }

  /** From now on requests are executed where a connection has another name, or none. */
  public HistoryBuilder executesUnder(Optional<String> otherName) {
    clientName = otherName;
    return this;
  }

  /** What was executed last changed what is stored. */
  public HistoryBuilder hasEffect() {
    effects.add(executions.getLast().serial());
    return this;
  }

  public HistoryBuilder ends(String label, Outcome outcome) {
    CallHistory call = calls.get(label);
    var completions = new ArrayList<>(call.completions());
    completions.add(new Completion(outcome, 0, tick()));
    return becomes(call, call.block(), completions, call.closedUnder(), call.completedByCaller());
  }

  /** A call ends by its own caller, who has completed the driver's future. */
  public HistoryBuilder isCompletedByItsCaller(String label) {
    ends(label, CallersWord.outcome());
    CallHistory call = calls.get(label);
    return becomes(call, call.block(), call.completions(), call.closedUnder(), true);
  }

  /** A step closes the client while a call is open. */
  public HistoryBuilder closesClientUnder(String label) {
    CallHistory call = calls.get(label);
    return becomes(call, call.block(), call.completions(), true, call.completedByCaller());
  }

  /** A call stands in the block that begins with another, or with itself. */
  public HistoryBuilder inBlock(String label, String first) {
    CallHistory call = calls.get(label);
    return becomes(
        call, Optional.of(first), call.completions(), call.closedUnder(), call.completedByCaller());
  }

  private HistoryBuilder becomes(
      CallHistory call,
      Optional<String> block,
      List<Completion> completions,
      boolean closedUnder,
      boolean completedByCaller) {
    calls.put(
        call.label(),
        new CallHistory(
            call.label(),
            call.lane(),
            call.command(),
            call.probe(),
            0,
            block,
            call.session(),
            call.invokedNanos(),
            completions,
            closedUnder,
            completedByCaller));
    return this;
  }

  /** The server queues a call, and that reply leaves. */
  public HistoryBuilder queuesAtServer(String label) {
    owes(label, new Reply.Answer(new Value.Text("QUEUED")));
    Execution last = executions.removeLast();
    executions.add(with(last, "+QUEUED\r\n", -1, 0));
    return letsOut();
  }

  /** The server runs what it queued, and the reply to EXEC leaves with what it gave, in order. */
  public HistoryBuilder answersExec(String label, Map<String, Reply> inside) {
    var elements = new ArrayList<Value>();
    inside.values().forEach(reply -> elements.add(((Reply.Answer) reply).value()));
    answers(label, new Reply.Answer(new Value.Items(elements)));
    Execution exec = executions.getLast();
    inside.forEach((call, reply) -> inside(call, reply, exec));
    return this;
  }

  /** What was queued has part in the reply of the EXEC that was executed last. */
  public HistoryBuilder answersInside(String label, Reply reply) {
    inside(label, reply, executions.getLast());
    return this;
  }

  private void inside(String label, Reply reply, Execution exec) {
    owes(label, reply);
    Execution last = executions.removeLast();
    executions.add(with(last, "", exec.sentNanos(), exec.serial()));
  }

  /** The server executes a call, over connection 1, and its reply leaves. */
  public HistoryBuilder answers(String label, Reply reply) {
    return owes(label, reply).letsOut();
  }

  /** The same, of a call that the driver wrote in words of its own. */
  public HistoryBuilder answersAs(String label, Reply reply, String... words) {
    return executes(Optional.of(label), List.of(words), 1, reply).letsOut();
  }

  /** The server executes a call, over a connection, and its reply leaves. */
  public HistoryBuilder answersOver(int connection, String label, Reply reply) {
    List<String> words = calls.get(label).command().words();
    return executes(Optional.of(label), words, connection, reply).letsOut();
  }

  /** The same, and the reply stays. */
  public HistoryBuilder owesOver(int connection, String label, Reply reply) {
    List<String> words = calls.get(label).command().words();
    return executes(Optional.of(label), words, connection, reply);
  }

  /** The server executes a call, over connection 1, and keeps the reply. */
  public HistoryBuilder owes(String label, Reply reply) {
    return executes(Optional.of(label), calls.get(label).command().words(), 1, reply);
  }

  /** The server answers a command that the driver sent of its own accord. */
  public HistoryBuilder answersOwn(int connection, Reply reply, String... words) {
    return executes(Optional.empty(), List.of(words), connection, reply).letsOut();
  }

  private HistoryBuilder executes(
      Optional<String> label, List<String> words, int connection, Reply reply) {
    executions.add(execution(executions.size() + 1, label, words, connection, reply, tick(), -1));
    return this;
  }

  /** The reply to what was executed last leaves whole. */
  public HistoryBuilder letsOut() {
    Execution last = executions.removeLast();
    executions.add(with(last, last.replyBytes(), tick(), last.exec()));
    return this;
  }

  private static Execution with(Execution old, String bytes, long sentNanos, int exec) {
    return new Execution(
        old.serial(),
        old.label(),
        old.words(),
        old.connection(),
        old.database(),
        old.user(),
        old.clientName(),
        Protocol.RESP2,
        old.reply(),
        bytes,
        0,
        old.receivedNanos(),
        sentNanos,
        0,
        false,
        exec);
  }

  private Execution execution(
      int serial,
      Optional<String> label,
      List<String> words,
      int connection,
      Reply reply,
      long receivedNanos,
      long sentNanos) {
    return new Execution(
        serial,
        label,
        words,
        connection,
        database,
        user,
        clientName,
        Protocol.RESP2,
        reply,
        "",
        0,
        receivedNanos,
        sentNanos,
        0,
        false,
        0);
  }

  /** A connection, open to the end. */
  public HistoryBuilder opens(int id) {
    connections.put(id, new ConnectionHistory(id, 0, tick(), false, true, List.of()));
    return this;
  }

  /** Some bytes leave on a connection. */
  public HistoryBuilder sends(int id) {
    return happens(id, true, new WireEvent.Sent(0, tick(), "+"));
  }

  /** A request arrives on a connection. */
  public HistoryBuilder receives(int id) {
    return happens(id, true, new WireEvent.Received(0, tick(), 1));
  }

  /** A connection ends before the world heals. */
  public HistoryBuilder loses(int id) {
    return happens(id, false, new WireEvent.Ended(0, tick(), WireEvent.By.SERVER_CLOSE, 0));
  }

  /** The server leaves unread what comes. */
  public HistoryBuilder stopsReading(int id) {
    return happens(id, true, new WireEvent.Reading(0, tick(), false));
  }

  public HistoryBuilder readsAgain(int id) {
    return happens(id, true, new WireEvent.Reading(0, tick(), true));
  }

  /** Its peer is gone without a word. */
  public HistoryBuilder forsakes(int id) {
    return happens(id, false, new WireEvent.Lost(0, tick(), 0));
  }

  /** A request comes to a connection whose peer is gone. */
  public HistoryBuilder discards(int id, String... words) {
    return happens(id, false, new WireEvent.Discarded(0, tick(), List.of(words)));
  }

  /** The server shuts its output before the world heals. */
  public HistoryBuilder halfCloses(int id) {
    return happens(id, false, new WireEvent.HalfClosed(0, tick(), 0));
  }

  /** Illegal bytes are put in place of a reply. */
  public HistoryBuilder corrupts(int id) {
    return happens(id, true, new WireEvent.Corrupted(0, tick(), 1, "unknown-type"));
  }

  /** A driver closes a connection, before the world heals. */
  public HistoryBuilder closes(int id) {
    return happens(id, false, new WireEvent.Ended(0, tick(), WireEvent.By.DRIVER, 0));
  }

  private HistoryBuilder happens(int id, boolean openAtHealing, WireEvent event) {
    ConnectionHistory connection = connections.get(id);
    var events = new ArrayList<>(connection.events());
    events.add(event);
    connections.put(
        id, new ConnectionHistory(id, 0, connection.openedNanos(), false, openAtHealing, events));
    return this;
  }

  public HistoryBuilder stray(String what) {
    tick();
    strays.add(what);
    return this;
  }

  /** The driver holds a connection open when its client has been closed. */
  public HistoryBuilder leavesOpen(int id) {
    leftOpen.add(id);
    return this;
  }

  /** So many clients that came and went behind the case have left so many threads, here. */
  public HistoryBuilder leavesThreads(int clients, int threads, String... stack) {
    threadsLeft = new ThreadsLeft(clients, threads, List.of(stack));
    return this;
  }

  /** Nothing can wake a call any more; its thread waits there, innermost frame first. */
  public HistoryBuilder hangs(String label, String... stack) {
    hangs.add(new Hang(label, List.of(stack)));
    return this;
  }

  /**
   * A message is pushed over a connection, for what was subscribed to by the request executed last,
   * and leaves whole.
   *
   * @param pattern empty text for none
   * @param readStep -1 where the driver may not have read it
   */
  public HistoryBuilder pushes(
      int connection, String pattern, String channel, String message, int readStep) {
    long pushed = tick();
    messages.add(
        new MessageHistory(
            Optional.of(message),
            connection,
            Optional.of(pattern).filter(it -> !it.isEmpty()),
            channel,
            message,
            executions.isEmpty() ? 0 : executions.getLast().serial(),
            "*3",
            0,
            pushed,
            tick(),
            2,
            readStep));
    return this;
  }

  /** A listener is told. */
  public HistoryBuilder tells(int session, String pattern, String channel, String message) {
    return tells(session, pattern, channel, message, false);
  }

  /** A listener is told, and throws or not. */
  public HistoryBuilder tells(
      int session, String pattern, String channel, String message, boolean failed) {
    deliveries.add(
        new Delivery(
            session,
            Optional.of(pattern).filter(it -> !it.isEmpty()),
            channel,
            message,
            0,
            tick(),
            failed));
    return this;
  }

  public HistoryBuilder pass(long millis) {
    nowNanos += millis * MILLI;
    return this;
  }

  private Execution finished(Execution old) {
    return new Execution(
        old.serial(),
        old.label(),
        old.words(),
        old.connection(),
        old.database(),
        old.user(),
        old.clientName(),
        old.protocol(),
        old.reply(),
        old.replyBytes(),
        old.step(),
        old.receivedNanos(),
        old.sentNanos(),
        old.takenBytes(),
        effects.contains(old.serial()),
        old.exec());
  }

  private long tick() {
    nowNanos += MILLI;
    return nowNanos;
  }

  /** All of it; ends at the moment of what was said last. */
  public History history() {
    return new History(
        "real",
        new Subject("made", "1", Kind.REFERENCE, variant.build()),
        new Terms(
            100 * MILLI,
            allowanceNanos,
            0,
            POOL_SIZE,
            configuredDatabase,
            configuredUser,
            configuredName),
        List.copyOf(calls.values()),
        List.copyOf(connections.values()),
        executions.stream().map(this::finished).toList(),
        List.of(),
        strays,
        List.of(),
        hangs,
        messages,
        deliveries,
        leftOpen,
        threadsLeft,
        nowNanos);
  }
}
