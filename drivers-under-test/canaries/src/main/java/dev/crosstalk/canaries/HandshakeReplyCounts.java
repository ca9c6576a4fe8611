package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Connection;
import dev.crosstalk.reference.Request;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.Reply;
import java.io.IOException;
import java.util.List;

/**
 * After a reconnect the database is selected, and the reply to that is taken for the first
 * command's.
 *
 * <p>Models cpp_redis, with AUTH for SELECT: the first command after a reconnect returns "OK".
 *
 * @see <a href="https://github.com/cpp-redis/cpp_redis/issues/82">cpp_redis issue 82</a>
 */
final class HandshakeReplyCounts extends BlockingSession {
  private final String database;
  private boolean connectedBefore;

  HandshakeReplyCounts(Setup setup) {
    super(setup);
    this.database = String.valueOf(setup.settings().database());
  }

  /** The defect: sent, and never read. */
  @Override
  protected Connection connect() throws IOException {
    Connection fresh = super.connect();
    if (connectedBefore) {
      fresh.send(Encoder.encode(List.of("SELECT", database)));
    }
    connectedBefore = true;
    return fresh;
  }

  /** As there, a reply is handed out as it is. */
  @Override
  protected Object read(Request<?> request, Reply reply) {
    return reply instanceof Reply.Simple simple ? simple.text() : super.read(request, reply);
  }

  @Override
  protected boolean isNoisy(Connection used) {
    return false;
  }
}
