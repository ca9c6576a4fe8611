package dev.crosstalk.jedis;

import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import redis.clients.jedis.Response;

/**
 * The calls of a block that was not ended: each a {@link Response} that has nothing to give as yet.
 */
final class OpenBlock {

  private record Waiting(Response<?> response, Completion completion) {}

  private final List<Waiting> calls = new ArrayList<>();

  /** The handle of a call that was added: nobody can take it back. */
  InFlight add(Object response, Completion completion) {
    calls.add(new Waiting((Response<?>) response, completion));
    return () -> {};
  }

  /**
   * Ends every call by what its response says.
   *
   * @param unset what one says that never got its reply
   */
  void end(Supplier<Outcome> unset) {
    for (Waiting call : calls) {
      call.completion().complete(outcomeOf(call.response(), unset));
    }
    calls.clear();
  }

  private static Outcome outcomeOf(Response<?> response, Supplier<Outcome> unset) {
    try {
      return new Outcome.Ok(JedisValues.of(response.get()));
    } catch (IllegalStateException beforeItsTime) {
      // "Please close pipeline or multi block before calling this method."
      return unset.get();
    } catch (RuntimeException failure) {
      return JedisFailures.outcomeOf(failure);
    }
  }
}
