package dev.crosstalk.lettuce;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.TransactionResult;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A connection that one lane has for itself, so that it may begin transactions, watch keys and
 * select a database, by the API of futures: each command of a block has one of its own, which EXEC
 * ends.
 *
 * @see <a href="https://redis.github.io/lettuce/user-guide/transactions-multi/">Transactions</a>
 */
final class TransactionSession implements Session {
  private static final Bindings<RedisAsyncCommands<String, String>> OF_ONE_LANE =
      new Bindings<RedisAsyncCommands<String, String>>()
          .bind("SELECT", (api, words) -> api.select(Integer.parseInt(words.getFirst())))
          .bind("WATCH", (api, words) -> api.watch(words.toArray(String[]::new)))
          .bind("UNWATCH", (api, words) -> api.unwatch());

  private final StatefulRedisConnection<String, String> connection;
  private final LettuceSession plain;
  private Optional<OpenBlock> block = Optional.empty();

  TransactionSession(StatefulRedisConnection<String, String> connection) {
    this.connection = connection;
    this.plain = new LettuceSession(connection, new AsyncCalls());
  }

  /** The names of the commands that a lane can start. */
  static Set<String> names() {
    var names = new TreeSet<>(AsyncCalls.BINDINGS.names());
    names.addAll(OF_ONE_LANE.names());
    return names;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    return switch (command.name()) {
      case Block.MULTI -> multi(completion);
      case Block.EXEC -> exec(completion);
      case Block.DISCARD -> discard(completion);
      default -> call(command, completion);
    };
  }

  private InFlight multi(Completion completion) {
    RedisFuture<?> future = connection.async().multi();
    block = Optional.of(new OpenBlock());
    future.whenComplete(
        (value, failure) ->
            completion.complete(Replies.outcomeOf(Command.of(Block.MULTI), value, failure)));
    return InFlight.of(future.toCompletableFuture());
  }

  private InFlight call(Command command, Completion completion) throws Exception {
    Bindings<RedisAsyncCommands<String, String>> commands =
        OF_ONE_LANE.names().contains(command.name()) ? OF_ONE_LANE : AsyncCalls.BINDINGS;
    var future = (RedisFuture<?>) commands.invoke(connection.async(), command);
    // A command that could not be encoded is one of the block to Lettuce, too.
    block.ifPresent(it -> it.add(command));
    // Behind a MULTI that has failed it takes +QUEUED for the reply, and knows no block to wait in.
    Optional<OpenBlock> open = block.filter(_ -> connection.isMulti());
    future.whenComplete(
        (value, failure) -> {
          Outcome outcome = Replies.outcomeOf(command, value, failure);
          open.ifPresentOrElse(
              it -> it.ended(completion, outcome), () -> completion.complete(outcome));
        });
    return InFlight.of(future.toCompletableFuture());
  }

  private InFlight exec(Completion completion) {
    // Of whatever type: the caller may have completed it.
    RedisFuture<?> future = connection.async().exec();
    OpenBlock ending = block.orElseGet(OpenBlock::new);
    block = Optional.empty();
    future.whenComplete(
        (results, failure) -> {
          ending.over(!(results instanceof TransactionResult ran) || ran.wasDiscarded());
          completion.complete(
              failure == null
                  ? new Outcome.Ok(valueOf(results, ending.commands()))
                  : LettuceFailures.outcomeOf(failure));
        });
    return InFlight.of(future.toCompletableFuture());
  }

  private InFlight discard(Completion completion) {
    RedisFuture<?> future = connection.async().discard();
    OpenBlock ending = block.orElseGet(OpenBlock::new);
    block = Optional.empty();
    future.whenComplete(
        (value, failure) -> {
          ending.over(true);
          completion.complete(Replies.outcomeOf(Command.of(Block.DISCARD), value, failure));
        });
    return InFlight.of(future.toCompletableFuture());
  }

  /** Results in the order of their commands; an error is among them as an exception. */
  private static Value valueOf(Object returned, List<Command> commands) {
    if (!(returned instanceof TransactionResult results)) {
      return Value.of(returned);
    }
    if (results.wasDiscarded()) {
      return new Value.Nil();
    }
    var values = new ArrayList<Value>(results.size());
    for (int i = 0; i < results.size(); i++) {
      Object result = results.get(i);
      values.add(
          result instanceof RedisCommandExecutionException error
              ? new Value.Foreign("error", error.getMessage())
              : Value.of(
                  results.size() == commands.size()
                      ? Replies.returned(commands.get(i), result)
                      : result));
    }
    return new Value.Items(values);
  }

  @Override
  public boolean usable() {
    return plain.usable();
  }

  /** What was queued will never be answered, and Lettuce does not say so. */
  @Override
  public void close() throws Exception {
    block.ifPresent(open -> open.over(true));
    plain.close();
  }
}
