package dev.crosstalk.canaries;

import dev.crosstalk.reference.BatchSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.ServerErrorException;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reading the replies to a pipeline ends at the first error; those behind it are left for the next
 * pipeline.
 *
 * <p>Models the {@code ConnectionManager} of redis-rs up to 0.22, and Jedis of 2011.
 *
 * @see <a href="https://github.com/redis-rs/redis-rs/issues/698">redis-rs issue 698</a>
 * @see <a href="https://github.com/redis/jedis/issues/188">Jedis issue 188</a>
 */
final class PipelineStopsAtError extends BatchSession {

  PipelineStopsAtError(Setup setup) {
    super(setup);
  }

  /** The defect: the rest is not read. */
  @Override
  protected List<Reply> replies(Connection used, int count) throws IOException {
    var replies = new ArrayList<Reply>();
    while (replies.size() < count) {
      Reply reply = used.reply();
      if (reply instanceof Reply.Failure error) {
        throw new ServerErrorException(error.message());
      }
      replies.add(reply);
    }
    return replies;
  }

  @Override
  protected boolean isNoisy(Connection used) {
    return false;
  }
}
