package dev.crosstalk.server;

import dev.crosstalk.resp.RespValue;
import dev.crosstalk.spi.Protocol;
import java.util.List;
import java.util.Optional;

/**
 * One request on its way through the command engine, and the keys as it sees them.
 *
 * @param arguments what follows the command's name, as UTF-8 text; a subcommand is the first
 */
record CommandContext(SessionState session, Origin origin, Shared shared, List<String> arguments) {

  String argument(int index) {
    return arguments.get(index);
  }

  int count() {
    return arguments.size();
  }

  List<String> from(int index) {
    return arguments.subList(index, arguments.size());
  }

  Accounts accounts() {
    return shared.accounts();
  }

  ValueSource values() {
    return shared.values();
  }

  <T extends Datum> Optional<T> find(String key, Class<T> type) {
    return values().find(origin, key, type);
  }

  boolean exists(String key) {
    return values().find(origin, key).isPresent();
  }

  void put(String key, Datum datum) {
    values().put(origin, key, datum);
    touch(key);
  }

  /** Ends a key; whether there was one. */
  boolean remove(String key) {
    boolean existed = exists(key);
    if (existed) {
      values().remove(origin, key);
      touch(key);
    }
    return existed;
  }

  void expire(String key, Optional<Long> atMillis) {
    values().expire(origin, key, atMillis);
    touch(key);
  }

  private void touch(String key) {
    shared.changes().add(new Place(origin.database(), key));
  }

  /** A counted number as the source of values tells it. */
  RespValue number(long counted) {
    return Replies.number(values().number(origin, counted));
  }

  RespValue score(double truth) {
    return new RespValue.DoubleValue(values().score(origin, truth));
  }

  /** {@code *-1} under RESP2, which has two nulls. */
  RespValue nullArray() {
    return session.protocol == Protocol.RESP3 ? new RespValue.Null() : new RespValue.NullArray();
  }

  CommandContext with(Origin other) {
    return new CommandContext(session, other, shared, arguments);
  }
}
