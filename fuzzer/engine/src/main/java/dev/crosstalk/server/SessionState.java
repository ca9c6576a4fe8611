package dev.crosstalk.server;

import dev.crosstalk.spi.Protocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a Redis server remembers of one connection. Owned by its {@link ServerConnection}. */
final class SessionState {

  /** A command that waits for EXEC. */
  record QueuedCommand(CommandDefinition definition, CommandContext context) {}

  final int id;
  Protocol protocol = Protocol.RESP2;
  int database;
  String user = Accounts.DEFAULT_USER;
  String name = "";
  boolean tracking;
  boolean inTransaction;
  boolean transactionBroken;
  boolean closing;
  final Subscriptions subscriptions = new Subscriptions();
  final List<QueuedCommand> queued = new ArrayList<>();

  /** The keys watched, and how often each had been changed before. */
  final Map<Place, Integer> watched = new LinkedHashMap<>();

  SessionState(int id) {
    this.id = id;
  }

  /** Whether it takes but a few commands: RESP2 could not tell a message from a reply. */
  boolean isSubscriber() {
    return !subscriptions.isEmpty() && protocol == Protocol.RESP2;
  }

  void endTransaction() {
    inTransaction = false;
    transactionBroken = false;
    queued.clear();
    watched.clear();
  }
}
