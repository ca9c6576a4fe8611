package dev.crosstalk.server;

import dev.crosstalk.spi.Protocol;
import java.util.ArrayList;
import java.util.List;

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
  final List<QueuedCommand> queued = new ArrayList<>();

  SessionState(int id) {
    this.id = id;
  }

  void endTransaction() {
    inTransaction = false;
    transactionBroken = false;
    queued.clear();
  }
}
