package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import java.util.List;
import java.util.Optional;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Transaction;

/**
 * A {@link Transaction} for each block, used as its users do: in a try with resources, {@code
 * exec()} or {@code discard()} last. Until then Jedis sends nothing, MULTI included.
 */
final class TransactionSession implements Session {
  private final RawClient.Owned owned;
  private final Bindings<Jedis> direct;
  private final Bindings<? super Transaction> queued;
  private final OpenBlock block = new OpenBlock();
  private Optional<Transaction> transaction = Optional.empty();

  TransactionSession(
      RawClient.Owned owned, Bindings<Jedis> direct, Bindings<? super Transaction> queued) {
    this.owned = owned;
    this.direct = direct;
    this.queued = queued;
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    switch (command.name()) {
      case Block.MULTI -> {
        transaction = Optional.of(owned.jedis().multi());
        completion.complete(new Outcome.Ok(new Value.Nil()));
      }
      case Block.EXEC, Block.DISCARD -> completion.complete(ended(command.name()));
      default -> {
        if (transaction.isPresent()) {
          return block.add(queued.invoke(transaction.get(), command), completion);
        }
        completion.complete(new Outcome.Ok(JedisValues.of(direct.invoke(owned.jedis(), command))));
      }
    }
    return InFlight.ENDED;
  }

  private Outcome ended(String how) {
    if (transaction.isEmpty()) {
      return new Outcome.Refused("jedis.multi() has failed: there is no transaction to end");
    }
    Value value;
    try (Transaction ending = transaction.get()) {
      value = how.equals(Block.EXEC) ? valueOf(ending.exec()) : new Value.Text(ending.discard());
    } catch (RuntimeException failure) {
      block.end(() -> JedisFailures.outcomeOf(failure));
      throw failure;
    } finally {
      transaction = Optional.empty();
    }
    block.end(() -> unset(how, value));
    return new Outcome.Ok(value);
  }

  /** To a key that was changed, exec() says null. */
  private static Outcome unset(String how, Value value) {
    if (how.equals(Block.DISCARD)) {
      return new Outcome.Cancelled("discard() was called");
    }
    return value instanceof Value.Nil
        ? new Outcome.Cancelled("exec() gave null")
        : new Outcome.Garbled("no reply after exec()");
  }

  /** A command's error stands among the answers as an exception. */
  private static Value valueOf(List<Object> answers) {
    if (answers == null) {
      return new Value.Nil();
    }
    return JedisValues.of(answers);
  }

  @Override
  public boolean usable() {
    return owned.alive().getAsBoolean();
  }

  @Override
  public void close() {
    try {
      owned.closing().run();
    } finally {
      block.end(() -> new Outcome.Cancelled("closed before exec()"));
    }
  }
}
