package dev.crosstalk.report;

import dev.crosstalk.history.CallHistory;
import dev.crosstalk.history.Completion;
import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.Execution;
import dev.crosstalk.history.History;
import dev.crosstalk.history.LazyText;
import dev.crosstalk.history.StepHistory;
import dev.crosstalk.history.StepHistory.Fate;
import dev.crosstalk.history.Subject;
import dev.crosstalk.history.Terms;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Kind;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Protocol;
import dev.crosstalk.spi.Value;
import dev.crosstalk.spi.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a history by hand, one thing after the other, each a microsecond later. */
final class Story {
  private final List<StepHistory> steps = new ArrayList<>();
  private final Map<String, CallHistory> calls = new LinkedHashMap<>();
  private final List<Execution> executions = new ArrayList<>();
  private final Map<Integer, ConnectionHistory> connections = new LinkedHashMap<>();
  private final List<String> strays = new ArrayList<>();
  private long now;

  static Subject subject() {
    return new Subject("sample", "1.0", Kind.CANARY, Variant.named("raw").build());
  }

  Story step(String text) {
    return step(text, Fate.DONE, "");
  }

  Story step(String text, Fate fate, String note) {
    steps.add(new StepHistory(steps.size(), LazyText.of(text), fate, note, tick(), now));
    return this;
  }

  /** A step that starts a call. */
  Story start(String label, String... words) {
    String lane = label.substring(0, 1);
    step(lane + " " + label + " " + String.join(" ", words));
    return call(label, lane, false, words);
  }

  Story probe(String label, String... words) {
    return call(label, label.substring(0, 1), true, words);
  }

  private Story call(String label, String lane, boolean probe, String... words) {
    var command = new Command(words[0], List.of(words).subList(1, words.length));
    calls.put(
        label,
        new CallHistory(label, lane, command, probe, at(), Optional.empty(), 1, tick(), List.of()));
    return this;
  }

  Story open(int connection) {
    connections.put(
        connection, new ConnectionHistory(connection, at(), tick(), false, false, List.of()));
    return this;
  }

  /** A request arrives; a driver's own when there is no label. */
  Story request(int connection, Optional<String> label, String reply, String... words) {
    int serial = executions.size() + 1;
    var answer = new Execution.Reply.Answer(new Value.Nil());
    executions.add(
        new Execution(
            serial,
            label,
            List.of(words),
            connection,
            0,
            "default",
            Optional.empty(),
            Protocol.RESP2,
            answer,
            reply,
            at(),
            tick(),
            -1,
            0,
            false,
            0));
    return on(connection, new WireEvent.Received(at(), now, serial));
  }

  Story call(int connection, String label, String reply) {
    String[] words = calls.get(label).command().words().toArray(String[]::new);
    return request(connection, Optional.of(label), reply, words);
  }

  Story sent(int connection, String bytes) {
    return on(connection, new WireEvent.Sent(at(), tick(), bytes));
  }

  Story pushed(int connection, String bytes) {
    return on(connection, new WireEvent.Pushed(at(), tick(), bytes));
  }

  Story ended(int connection, WireEvent.By by, int unsent) {
    return on(connection, new WireEvent.Ended(at(), tick(), by, unsent));
  }

  Story got(String label, String text) {
    return got(label, new Outcome.Ok(new Value.Text(text)));
  }

  Story got(String label, Outcome outcome) {
    CallHistory call = calls.get(label);
    var completions = new ArrayList<>(call.completions());
    completions.add(new Completion(outcome, at(), tick()));
    calls.put(
        label,
        new CallHistory(
            label,
            call.lane(),
            call.command(),
            call.probe(),
            call.step(),
            call.block(),
            call.session(),
            call.invokedNanos(),
            completions));
    return this;
  }

  Story stray(String what) {
    strays.add(what);
    return this;
  }

  History history() {
    return new History(
        "real",
        subject(),
        new Terms(100_000_000, 500_000_000, 0, 1, 0, "default", Optional.empty()),
        List.copyOf(calls.values()),
        List.copyOf(connections.values()),
        executions,
        steps,
        strays,
        List.of(),
        tick());
  }

  private Story on(int id, WireEvent event) {
    ConnectionHistory connection = connections.get(id);
    var events = new ArrayList<>(connection.events());
    events.add(event);
    connections.put(
        id,
        new ConnectionHistory(
            id, connection.openedStep(), connection.openedNanos(), false, true, events));
    return this;
  }

  private int at() {
    return steps.size() - 1;
  }

  private long tick() {
    now += 1_000;
    return now;
  }
}
