package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Value;
import redis.clients.jedis.Pipeline;

/**
 * A {@link Pipeline} for each block, used as its users do: in a try with resources, {@code sync()}
 * last. A failure of that is all that is told to any call of the block: replies that had come are
 * given to nobody.
 */
final class PipelineSession implements Session {
  private final RawClient.Owned owned;
  private final Bindings<? super Pipeline> commands;
  private final OpenBlock block = new OpenBlock();
  private Pipeline pipeline;

  PipelineSession(RawClient.Owned owned, Bindings<? super Pipeline> commands) {
    this.owned = owned;
    this.commands = commands;
    this.pipeline = owned.jedis().pipelined();
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    if (!command.name().equals(Block.EXECUTE)) {
      return block.add(commands.invoke(pipeline, command), completion);
    }
    try (Pipeline ending = pipeline) {
      ending.sync();
    } catch (RuntimeException failure) {
      block.end(() -> JedisFailures.outcomeOf(failure));
      throw failure;
    } finally {
      pipeline = owned.jedis().pipelined();
    }
    block.end(() -> new Outcome.Garbled("no reply after sync()"));
    completion.complete(new Outcome.Ok(new Value.Nil()));
    return InFlight.ENDED;
  }

  @Override
  public boolean usable() {
    return owned.alive().getAsBoolean();
  }

  @Override
  public void close() {
    try {
      // A pool syncs what it is given back.
      owned.closing().run();
    } finally {
      block.end(() -> new Outcome.Refused("closed before sync()"));
    }
  }
}
