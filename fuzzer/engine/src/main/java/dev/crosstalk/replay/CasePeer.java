package dev.crosstalk.replay;

import dev.crosstalk.history.ConnectionHistory;
import dev.crosstalk.history.WireEvent;
import dev.crosstalk.resp.Corruption;
import dev.crosstalk.scenario.Ending;
import dev.crosstalk.server.Executed;
import dev.crosstalk.server.Gate;
import dev.crosstalk.server.Published;
import dev.crosstalk.server.ServerConnection;
import dev.crosstalk.spi.SessionKind;
import dev.crosstalk.world.Peer;
import dev.crosstalk.world.Wire;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One connection of a case: ties the server's end to its wire and keeps the wire log. Its state is
 * touched only inside the stage's exclusive tasks.
 */
final class CasePeer implements Peer {
  private final Case run;
  private final ServerConnection connection;
  private final Wire wire;
  private final int openedStep;
  private final long openedNanos;
  private final boolean stalled;
  private final List<WireEvent> events = new ArrayList<>();
  private boolean openAtHealing;
  private boolean ended;
  private boolean endedByDriver;
  private boolean lost;
  private boolean heardWhenLost;
  private boolean halfClosed;
  private boolean unread;

  CasePeer(Case run, ServerConnection connection, Wire wire) {
    this.run = run;
    this.connection = connection;
    this.wire = wire;
    this.openedStep = run.step();
    this.openedNanos = run.stage().nanos();
    this.stalled = connection.stalled();
    if (connection.reception().lost()) {
      lose();
    } else {
      this.unread = connection.reception().delayed();
      if (unread) {
        events.add(new WireEvent.Reading(openedStep, openedNanos, false));
      }
    }
  }

  int id() {
    return connection.id();
  }

  Wire wire() {
    return wire;
  }

  ServerConnection connection() {
    return connection;
  }

  boolean isEnded() {
    return ended;
  }

  /** Whether steps can still do something to it. */
  boolean isReachable() {
    return !ended && !lost;
  }

  /** Whether something can still come of it for the driver. */
  boolean canAnswer() {
    return !ended && !halfClosed;
  }

  /** Whether the server leaves what comes where it is. */
  boolean isUnread() {
    return unread;
  }

  /** Whether it was made, and nobody has accepted it. */
  boolean waitsToBeAccepted() {
    return unread && connection.reception().delayed() && !ended;
  }

  /** Whether the driver waits in vain for the answer to what it has asked, or may have. */
  boolean isStalling() {
    return !ended && (unread || (lost ? heardWhenLost : connection.stalled() && !events.isEmpty()));
  }

  @Override
  public void received(byte[] bytes) {
    run.stage().exclusively(() -> run.guarded(() -> execute(bytes)));
    run.stage().changed();
    wire.flush();
  }

  private void execute(byte[] bytes) {
    heardWhenLost |= lost;
    if (ended) {
      return;
    }
    if (lost) {
      connection.discard(
          bytes,
          words -> events.add(new WireEvent.Discarded(run.step(), run.stage().nanos(), words)));
      return;
    }
    connection.receive(
        bytes,
        executed -> {
          executed.stampReceived(run.step(), run.stage().nanos());
          run.calls().executed(executed);
          events.add(new WireEvent.Received(run.step(), run.stage().nanos(), executed.serial()));
        });
  }

  @Override
  public Optional<byte[]> next() {
    try {
      return nextChunk();
    } catch (RuntimeException | Error mistake) {
      run.defect(mistake);
      return Optional.empty();
    }
  }

  @Override
  public boolean hasNext() {
    return run.stage().exclusively(connection.gate()::hasNext);
  }

  private Optional<byte[]> nextChunk() {
    boolean[] done = {false};
    Optional<byte[]> chunk =
        run.stage()
            .exclusively(
                () -> {
                  Optional<byte[]> taken = take();
                  done[0] =
                      connection.closing() && isReachable() && connection.gate().unsent() == 0;
                  return taken;
                });
    if (done[0]) {
      end(Ending.CLOSE);
    }
    return chunk;
  }

  private Optional<byte[]> take() {
    Optional<Gate.Chunk> chunk = connection.gate().take();
    if (chunk.isEmpty()) {
      return Optional.empty();
    }
    Gate.Chunk taken = chunk.get();
    long now = run.stage().nanos();
    if (taken.begun().isPresent()) {
      taken.begun().get().stampElements(now);
    }
    for (Executed executed : taken.finished()) {
      executed.stampSent(now);
      executed.stampElements(now);
    }
    for (Published message : taken.told()) {
      message.stampSent(now);
    }
    events.add(new WireEvent.Sent(run.step(), now, latin1(taken.bytes())));
    return Optional.of(taken.bytes());
  }

  @Override
  public void ended() {
    run.stage().exclusively(() -> run.guarded(() -> end(WireEvent.By.DRIVER)));
    run.stage().changed();
  }

  /** Ends the connection from the server's side; what has not left by now is lost. */
  void end(Ending how) {
    run.stage().exclusively(() -> end(by(how)));
    switch (how) {
      case CLOSE -> wire.close();
      case RESET -> wire.reset();
    }
  }

  private static WireEvent.By by(Ending how) {
    return switch (how) {
      case CLOSE -> WireEvent.By.SERVER_CLOSE;
      case RESET -> WireEvent.By.SERVER_RESET;
    };
  }

  private void end(WireEvent.By by) {
    if (!ended) {
      ended = true;
      endedByDriver = by == WireEvent.By.DRIVER;
      connection.gate().end();
      events.add(
          new WireEvent.Ended(run.step(), run.stage().nanos(), by, connection.gate().unsent()));
    }
  }

  /** The server's end is gone, and nobody is told. */
  void lose() {
    lost = true;
    connection.gate().end();
    events.add(new WireEvent.Lost(run.step(), run.stage().nanos(), connection.gate().unsent()));
  }

  /** A reply that it owes was replaced by illegal bytes. */
  void corrupted(Executed whose, Corruption how) {
    events.add(
        new WireEvent.Corrupted(run.step(), run.stage().nanos(), whose.serial(), how.toString()));
  }

  /** Ends the server's half of the connection; what has not left by now is lost. */
  void halfClose() {
    run.stage()
        .exclusively(
            () -> {
              halfClosed = true;
              connection.gate().end();
              events.add(
                  new WireEvent.HalfClosed(
                      run.step(), run.stage().nanos(), connection.gate().unsent()));
            });
    wire.shutOutput();
  }

  /** Leaves what comes where it is, or takes it again. */
  void read(boolean goesOn) {
    run.stage()
        .exclusively(
            () -> {
              unread = !goesOn;
              events.add(new WireEvent.Reading(run.step(), run.stage().nanos(), goesOn));
            });
    if (goesOn) {
      wire.readAgain();
    } else {
      wire.stopReading();
    }
  }

  /** Puts the invalidation of a key, or all, between what is owed; false where none has a cause. */
  boolean push(Optional<String> key) {
    Optional<byte[]> push = ended ? Optional.empty() : connection.pushInvalidation(key);
    push.ifPresent(
        bytes -> events.add(new WireEvent.Pushed(run.step(), run.stage().nanos(), latin1(bytes))));
    return push.isPresent();
  }

  /** A message was put between what is owed. */
  void published(Published message) {
    message.stampPushed(run.step(), run.stage().nanos());
    events.add(new WireEvent.Pushed(run.step(), run.stage().nanos(), latin1(message.wireBytes())));
  }

  /** A pool may keep a connection that the server has ended until it is borrowed again. */
  void markHealing() {
    boolean pooled = run.subject().variant().session() == SessionKind.POOLED;
    openAtHealing = !ended || (pooled && !endedByDriver);
  }

  boolean openAtHealing() {
    return openAtHealing;
  }

  ConnectionHistory history() {
    return new ConnectionHistory(
        connection.id(), openedStep, openedNanos, stalled, openAtHealing, events);
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
