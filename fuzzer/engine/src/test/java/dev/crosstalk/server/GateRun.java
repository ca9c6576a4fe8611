package dev.crosstalk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One gate, what was done to it, and what came out; replies and pushes are told apart. */
final class GateRun {

  /** A push and the number of replies that must have left whole before it. */
  private record Pushed(String bytes, int after) {}

  final GateRules rules = new GateRules();
  final Gate gate;
  final List<Executed> owed = new ArrayList<>();
  final Set<String> held = new HashSet<>();
  final Set<String> awaited = new HashSet<>();
  private final List<Pushed> pushes = new ArrayList<>();
  private int latestCause;
  private final StringBuilder out = new StringBuilder();

  GateRun(boolean stalled) {
    gate = new Gate(rules, stalled);
  }

  void apply(GateOp op) {
    switch (op) {
      case GateOp.Owe owe -> owe(owe);
      case GateOp.Hold hold -> {
        rules.hold(hold.label());
        held.add(hold.label());
      }
      case GateOp.Await await -> {
        rules.await(await.label());
        awaited.add(await.label());
        gate.letOut(await.label());
      }
      case GateOp.StopAwaiting stop -> {
        rules.stopAwaiting(stop.label());
        awaited.remove(stop.label());
      }
      case GateOp.Release release -> {
        rules.unhold(release.label());
        held.remove(release.label());
        gate.letOut(release.label());
      }
      case GateOp.Deliver deliver ->
          gate.letOut(deliver.label(), gate.letOutOf(deliver.label()) + deliver.bytes());
      case GateOp.Tear tear -> gate.letOut(tear.label(), tear.position());
      case GateOp.Push push -> push(push);
      case GateOp.Heal heal -> {
        rules.heal();
        held.clear();
        gate.open();
      }
    }
  }

  private void owe(GateOp.Owe owe) {
    int serial = owed.size() + 1;
    String reply = "+" + (char) ('a' + serial % 26) + "=".repeat(owe.bytes() - 3) + "\n";
    var executed =
        new Executed(
            1,
            owe.label(),
            List.of("GET"),
            Optional.empty(),
            new Origin(0, "default", "", serial),
            Protocol.RESP3,
            new RespValue.SimpleString("unused"),
            reply.getBytes(StandardCharsets.ISO_8859_1));
    owed.add(executed);
    gate.owe(executed);
  }

  private void push(GateOp.Push push) {
    if (owed.isEmpty()) {
      return;
    }
    latestCause = Math.max(latestCause, push.cause() % owed.size());
    int cause = latestCause;
    String bytes = ">" + pushes.size() + "\n";
    pushes.add(new Pushed(bytes, cause + 1));
    gate.push(bytes.getBytes(StandardCharsets.ISO_8859_1), owed.get(cause));
  }

  /** Takes what may leave, and checks what the gate says of it. */
  void take() {
    int wholeBefore = wholeReplies();
    Optional<Gate.Chunk> chunk = gate.take();
    chunk.ifPresent(
        taken -> {
          assertThat(taken.bytes()).isNotEmpty();
          out.append(new String(taken.bytes(), StandardCharsets.ISO_8859_1));
          assertThat(taken.finished()).isEqualTo(owed.subList(wholeBefore, wholeReplies()));
        });
    assertThat(gate.take()).isEmpty();
    assertThat(gate.unsent()).isEqualTo(bytesOwed() - out.length());
  }

  private int wholeReplies() {
    return (int) owed.stream().filter(e -> e.taken() == e.bytes().length).count();
  }

  private int bytesOwed() {
    return owed.stream().mapToInt(e -> e.bytes().length).sum()
        + pushes.stream().mapToInt(push -> push.bytes().length()).sum();
  }

  boolean allIsOut() {
    return out.length() == bytesOwed();
  }

  boolean nothingIsOut() {
    return out.isEmpty();
  }

  /** Replies in order, the last maybe in part; pushes in order, whole, between them. */
  void requireOrderly() {
    String sent = out.toString();
    int at = 0;
    int replies = 0;
    int pushed = 0;
    while (at < sent.length()) {
      String next;
      if (sent.charAt(at) == '>') {
        assertThat(replies).isGreaterThanOrEqualTo(pushes.get(pushed).after());
        next = pushes.get(pushed++).bytes();
        assertThat(sent.substring(at)).startsWith(next);
      } else {
        next = new String(owed.get(replies++).bytes(), StandardCharsets.ISO_8859_1);
        String left = sent.substring(at);
        assertThat(left.startsWith(next) || next.startsWith(left)).isTrue();
      }
      at += next.length();
    }
  }
}
