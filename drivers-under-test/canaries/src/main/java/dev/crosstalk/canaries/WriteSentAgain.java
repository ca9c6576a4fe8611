package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import java.net.SocketTimeoutException;

/**
 * A command that timed out is sent again over another connection, once, whatever it does; nothing
 * says so.
 *
 * <p>Models redis-py of 2012 and the cluster client of Jedis up to 3.8, in both of which an INCR
 * counts twice or more often.
 *
 * @see <a href="https://github.com/redis/redis-py/issues/261">redis-py issue 261</a>
 * @see <a href="https://github.com/redis/jedis/issues/3187">Jedis issue 3187</a>
 */
final class WriteSentAgain extends BlockingSession {

  WriteSentAgain(Setup setup) {
    super(setup);
  }

  /** The defect: a timeout is taken for a command that was not executed. */
  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    try {
      return super.start(command, completion);
    } catch (SocketTimeoutException late) {
      return super.start(command, completion);
    }
  }
}
