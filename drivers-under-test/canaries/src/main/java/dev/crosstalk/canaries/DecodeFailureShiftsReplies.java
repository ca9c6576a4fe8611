package dev.crosstalk.canaries;

import dev.crosstalk.reference.Pipeline;
import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.Waiter;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.UserCode;
import java.util.List;

/**
 * Elements of an array are decoded as they are read. When the user's decoder throws on one, those
 * behind it are left unread, and are taken for the replies to the next calls.
 *
 * <p>Models drivers whose codec throws out of the middle of a reply: Redisson 3.6.4 ({@code
 * org.redisson:redisson}), whose connections are of no use after that, and redis-py-cluster 1.3,
 * which reads on behind the failed element.
 *
 * @see <a href="https://github.com/redisson/redisson/issues/1377">Redisson issue 1377</a>
 * @see <a href="https://github.com/Grokzen/redis-py-cluster/issues/184">redis-py-cluster issue 184,
 *     with the trace</a>
 */
final class DecodeFailureShiftsReplies extends Pipeline {

  DecodeFailureShiftsReplies(Setup setup) {
    super(setup);
  }

  @Override
  protected void answered(Waiter waiter, Reply reply) {
    Outcome outcome = waiter.outcomeOf(reply);
    if (outcome instanceof Outcome.UserCodeFailed && reply instanceof Reply.Items array) {
      waiter.end(outcome);
      leaveUnread(array.items());
    } else {
      super.answered(waiter, reply);
    }
  }

  /** The defect: each of the rest goes to whoever is next. */
  private void leaveUnread(List<Reply> elements) {
    for (Reply rest : elements.subList(failing(elements) + 1, elements.size())) {
      takeFirst().ifPresent(next -> next.end(next.outcomeOf(rest)));
    }
  }

  private static int failing(List<Reply> elements) {
    int index = 0;
    while (index < elements.size() - 1
        && !(elements.get(index) instanceof Reply.Bulk(String text) && fails(text))) {
      index++;
    }
    return index;
  }

  private static boolean fails(String text) {
    try {
      String ignored = UserCode.decoding(text);
      return false;
    } catch (UserCode.Failure failure) {
      return true;
    }
  }
}
