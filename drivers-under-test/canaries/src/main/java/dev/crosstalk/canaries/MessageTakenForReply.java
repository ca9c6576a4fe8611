package dev.crosstalk.canaries;

import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.SubscribingPipeline;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;
import java.util.Optional;

/**
 * A message that comes while somebody waits for the answer to a PING is taken for that answer, and
 * no listener hears of it.
 *
 * <p>Models Lettuce up to 5.0.2 ({@code io.lettuce:lettuce-core}), which read a message with the
 * output of whatever command waited.
 *
 * @see <a href="https://github.com/redis/lettuce/issues/724">Lettuce issue 724</a>
 */
final class MessageTakenForReply extends SubscribingPipeline {

  MessageTakenForReply(Setup setup) {
    super(setup);
  }

  /** The defect: nobody asks whether it is a message. */
  @Override
  protected void tell(Optional<String> pattern, String channel, String message) {
    Optional<Waiter> waiting = first().filter(waiter -> waiter.command().name().equals("PING"));
    if (waiting.isPresent()) {
      answered(takeFirst().orElseThrow(), new Reply.Simple(message));
    } else {
      super.tell(pattern, channel, message);
    }
  }
}
