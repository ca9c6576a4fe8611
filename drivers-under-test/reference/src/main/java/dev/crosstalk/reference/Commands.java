package dev.crosstalk.reference;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Script;
import dev.crosstalk.spi.Subscribing;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reference's typed API. A method says what to send and what comes back; a session does it. */
public final class Commands {

  /** Which method runs which command. */
  public static final Bindings<Commands> TABLE =
      new Bindings<Commands>()
          .bind("GET", (api, arguments) -> api.get(arguments.get(0)))
          .bind("SET", (api, arguments) -> api.set(arguments.get(0), arguments.get(1)))
          .bind("MGET", Commands::mget)
          .bind("INCR", (api, arguments) -> api.incr(arguments.get(0)))
          .bind("STRLEN", (api, arguments) -> api.strlen(arguments.getFirst()))
          .bind("EXISTS", Commands::exists)
          .bind("TYPE", (api, arguments) -> api.type(arguments.getFirst()))
          .bind("LLEN", (api, arguments) -> api.llen(arguments.getFirst()))
          .bind("BLPOP", (api, arguments) -> api.blpop(arguments.get(0), arguments.get(1)))
          .bind("BRPOP", (api, arguments) -> api.brpop(arguments.get(0), arguments.get(1)))
          .bind("HGET", (api, arguments) -> api.hget(arguments.get(0), arguments.get(1)))
          .bind("SMEMBERS", (api, arguments) -> api.smembers(arguments.getFirst()))
          .bind("ZSCORE", (api, arguments) -> api.zscore(arguments.get(0), arguments.get(1)))
          .bind(
              "ZRANGE",
              (api, arguments) ->
                  api.zrangeWithScores(
                      arguments.get(0),
                      Long.parseLong(arguments.get(1)),
                      Long.parseLong(arguments.get(2))))
          .bind(
              "LRANGE",
              (api, arguments) ->
                  api.lrange(
                      arguments.get(0),
                      Long.parseLong(arguments.get(1)),
                      Long.parseLong(arguments.get(2))))
          .bind("HGETALL", (api, arguments) -> api.hgetall(arguments.get(0)))
          .bind("ECHO", (api, arguments) -> api.echo(arguments.get(0)))
          .bind(
              "PING",
              (api, arguments) -> arguments.isEmpty() ? api.ping() : api.ping(arguments.get(0)))
          .bind("SELECT", (api, arguments) -> api.select(Integer.parseInt(arguments.getFirst())))
          .bind("WATCH", (api, arguments) -> watch(arguments))
          .bind("UNWATCH", (api, arguments) -> api.unwatch())
          .bind("CLIENT TRACKING", Commands::clientTracking)
          .bind(Script.EVAL, (api, arguments) -> script(Script.EVAL, arguments))
          .bind(Script.EVALSHA, (api, arguments) -> script(Script.EVALSHA, arguments))
          .bind("DEBUG PROTOCOL", (api, arguments) -> debugProtocol(arguments));

  /** Commands that change the connection for whoever uses it. */
  static final Set<String> OF_ONE_LANE = Set.of("SELECT");

  /** Commands that mean something in front of a transaction. */
  static final Set<String> OF_TRANSACTIONS = Set.of("WATCH", "UNWATCH");

  /** What sessions that subscribe take besides; their confirmations are no replies. */
  static final Set<String> SUBSCRIBING =
      Set.of(
          Subscribing.SUBSCRIBE,
          Subscribing.PSUBSCRIBE,
          Subscribing.UNSUBSCRIBE,
          Subscribing.PUNSUBSCRIBE);

  private static final Commands API = new Commands();

  private Commands() {}

  /** The request for a command of the table. */
  static Request<?> request(Command command) throws Exception {
    return Subscribing.isBy(command)
        ? new Request<>(command, Readings::unread)
        : (Request<?>) TABLE.invoke(API, command);
  }

  public Request<Optional<String>> get(String key) {
    return new Request<>(Command.of("GET", key), Readings::bulkOrNil);
  }

  public Request<String> set(String key, String value) {
    return new Request<>(Command.of("SET", key, value), Readings::status);
  }

  public Request<List<Optional<String>>> mget(List<String> keys) {
    return new Request<>(new Command("MGET", keys), Readings::bulksOrNils);
  }

  public Request<Long> incr(String key) {
    return new Request<>(Command.of("INCR", key), Readings::number);
  }

  public Request<Long> strlen(String key) {
    return new Request<>(Command.of("STRLEN", key), Readings::number);
  }

  public Request<Long> exists(List<String> keys) {
    return new Request<>(new Command("EXISTS", keys), Readings::number);
  }

  public Request<String> type(String key) {
    return new Request<>(Command.of("TYPE", key), Readings::status);
  }

  public Request<Long> llen(String key) {
    return new Request<>(Command.of("LLEN", key), Readings::number);
  }

  /** The key and what was popped from it. */
  public Request<Optional<List<String>>> blpop(String key, String seconds) {
    return new Request<>(Command.of("BLPOP", key, seconds), Readings::bulksOrNil);
  }

  public Request<Optional<List<String>>> brpop(String key, String seconds) {
    return new Request<>(Command.of("BRPOP", key, seconds), Readings::bulksOrNil);
  }

  public Request<Optional<String>> hget(String key, String field) {
    return new Request<>(Command.of("HGET", key, field), Readings::bulkOrNil);
  }

  public Request<Set<String>> smembers(String key) {
    return new Request<>(Command.of("SMEMBERS", key), Readings::members);
  }

  public Request<Optional<Double>> zscore(String key, String member) {
    return new Request<>(Command.of("ZSCORE", key, member), Readings::realOrNil);
  }

  /** Each member and its score, as a list of the two. */
  public Request<List<List<Object>>> zrangeWithScores(String key, long first, long last) {
    return new Request<>(
        Command.of("ZRANGE", key, Long.toString(first), Long.toString(last), "WITHSCORES"),
        Readings::scored);
  }

  public Request<List<String>> lrange(String key, long first, long last) {
    return new Request<>(
        Command.of("LRANGE", key, Long.toString(first), Long.toString(last)), Readings::bulks);
  }

  public Request<Map<String, String>> hgetall(String key) {
    return new Request<>(Command.of("HGETALL", key), Readings::map);
  }

  public Request<String> echo(String message) {
    return new Request<>(Command.of("ECHO", message), Readings::bulk);
  }

  public Request<String> ping() {
    return new Request<>(Command.of("PING"), Readings::status);
  }

  public Request<String> ping(String message) {
    return new Request<>(Command.of("PING", message), Readings::bulk);
  }

  public Request<String> select(int database) {
    return new Request<>(Command.of("SELECT", Integer.toString(database)), Readings::status);
  }

  /** Whatever the script gives. */
  static Request<Value> script(String how, List<String> arguments) {
    return new Request<>(new Command(how, arguments), Readings::any);
  }

  /** A reply behind attributes, which nobody is told. */
  static Request<String> debugProtocol(List<String> what) {
    return new Request<>(new Command("DEBUG PROTOCOL", what), Readings::bulk);
  }

  static Request<String> watch(List<String> keys) {
    return new Request<>(new Command("WATCH", keys), Readings::status);
  }

  public Request<String> unwatch() {
    return new Request<>(Command.of("UNWATCH"), Readings::status);
  }

  /**
   * @param options as Redis takes them, {@code ON} or {@code OFF} first
   */
  public Request<String> clientTracking(List<String> options) {
    return new Request<>(new Command("CLIENT TRACKING", options), Readings::status);
  }
}
