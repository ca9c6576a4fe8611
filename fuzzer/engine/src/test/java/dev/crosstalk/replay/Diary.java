package dev.crosstalk.replay;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** What a scripted driver met, in its order: on each connection, and at its sessions. */
final class Diary {

  /** {@code read 7}, {@code push}, {@code end}, {@code reset}, {@code timeout}, ... */
  private record Met(int connection, String what) {}

  /** Which session was given a command. */
  record Asked(int session, String command) {}

  private final List<Met> met = new CopyOnWriteArrayList<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Counted from 1, as the server does. */
  int newConnection() {
    return connections.incrementAndGet();
  }

  void met(int connection, String what) {
    met.add(new Met(connection, what));
  }

  void asked(int session, String command) {
    asked.add(new Asked(session, command));
  }

  List<String> on(int connection) {
    return met.stream().filter(m -> m.connection() == connection).map(Met::what).toList();
  }

  /** Without the probes of healing. */
  List<Asked> asked() {
    return asked.stream().filter(a -> !a.command().contains("probe-")).toList();
  }
}
