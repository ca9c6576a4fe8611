package dev.crosstalk.canaries;

import dev.crosstalk.reference.BlockingSession;
import dev.crosstalk.reference.Request;
import dev.crosstalk.reference.ServerErrorException;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.resp.Reply;
import java.util.Optional;

/**
 * The server's last error is kept, and thrown once more at the call after it, which was answered
 * well.
 *
 * <p>Models {@code @iuioiua/redis} of 2025, which stays with an error it has met, and hiredis,
 * whose context does.
 *
 * @see <a href="https://github.com/iuioiua/redis/issues/23">iuioiua/redis issue 23</a>
 * @see <a href="https://github.com/redis/hiredis/issues/1112">hiredis issue 1112</a>
 */
final class ErrorOutlivesItsCall extends BlockingSession {
  private Optional<ServerErrorException> last = Optional.empty();

  ErrorOutlivesItsCall(Setup setup) {
    super(setup);
  }

  @Override
  protected Object read(Request<?> request, Reply reply) {
    try {
      Object value = super.read(request, reply);
      Optional<ServerErrorException> kept = last;
      last = Optional.empty();
      if (kept.isPresent()) {
        // The defect: it has been thrown already.
        throw kept.get();
      }
      return value;
    } catch (ServerErrorException error) {
      last = last.isEmpty() && reply instanceof Reply.Failure ? Optional.of(error) : last;
      throw error;
    }
  }
}
