package dev.crosstalk.canaries;

import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.TransactionSession;
import dev.crosstalk.reference.resp.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * An error among the results of EXEC is put behind them all, and each result that follows it goes
 * to the command before its own.
 *
 * <p>Models Jedis of 2011 ({@code redis.clients:jedis}), which lost its place in the reply to EXEC
 * at an error.
 *
 * @see <a href="https://github.com/redis/jedis/issues/188">Jedis issue 188</a>
 */
final class ExecErrorShiftsResults extends TransactionSession {

  ExecErrorShiftsResults(Setup setup) {
    super(setup);
  }

  /** The defect: errors are not counted. */
  @Override
  protected List<Reply> results(List<Reply> elements) {
    var shifted = new ArrayList<>(elements);
    shifted.removeIf(Reply.Failure.class::isInstance);
    elements.stream().filter(Reply.Failure.class::isInstance).forEach(shifted::add);
    return shifted;
  }
}
