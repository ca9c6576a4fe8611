package dev.crosstalk.jedis;

import dev.crosstalk.spi.Bindings;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import java.util.function.BooleanSupplier;

/**
 * Calls that run on the lane's thread; what they throw goes to {@link JedisFailures}.
 *
 * @param alive whether Jedis still takes commands, asked of Jedis
 * @param closing what closing the session does
 */
record BlockingSession<A>(A api, Bindings<A> commands, BooleanSupplier alive, Runnable closing)
    implements Session {

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    completion.complete(new Outcome.Ok(JedisValues.of(commands.invoke(api, command))));
    return InFlight.ENDED;
  }

  @Override
  public boolean usable() {
    return alive.getAsBoolean();
  }

  @Override
  public void close() {
    closing.run();
  }
}
