package dev.crosstalk.canaries;

import dev.crosstalk.reference.Setup;
import dev.crosstalk.reference.TransactionSession;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import java.util.ArrayList;
import java.util.List;

/**
 * A command that could not be queued keeps its place among those that get the results of EXEC: the
 * next one's result is taken for its own, and each of those behind it gets the one after its own.
 *
 * <p>Models node_redis of 2014, in whose replies those behind a command that was refused stood
 * under another index than the commands.
 *
 * @see <a href="https://github.com/redis/node-redis/issues/555">node-redis issue 555</a>
 */
final class QueueingFailureShiftsResults extends TransactionSession {
  private final List<Integer> placesKept = new ArrayList<>();

  QueueingFailureShiftsResults(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    boolean inside = isInTransaction();
    try {
      InFlight started = super.start(command, completion);
      if (!isInTransaction()) {
        placesKept.clear();
      }
      return started;
    } catch (Exception notQueued) {
      if (inside && isInTransaction()) {
        placesKept.add(queuedCount());
      } else {
        placesKept.clear();
      }
      throw notQueued;
    }
  }

  /** The defect: there is a result fewer than places for each command that was not queued. */
  @Override
  protected List<Reply> results(List<Reply> elements) {
    var shifted = new ArrayList<>(elements);
    for (int place : placesKept) {
      if (place < shifted.size()) {
        shifted.remove(place);
        shifted.add(new Reply.Nil());
      }
    }
    return shifted;
  }
}
