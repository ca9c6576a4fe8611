package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Commands gather and are sent together. Their replies are handed out once all have come: with one
 * missing, nobody's is trusted, and the connection is closed.
 */
public class BatchSession extends BlockingSession {
  private final List<Waiter> block = new CopyOnWriteArrayList<>();
  private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();

  public BatchSession(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    if (command.name().equals(Block.EXECUTE)) {
      execute();
      completion.complete(new Outcome.Ok(new Value.Nil()));
      return InFlight.ENDED;
    }
    var waiter = new Waiter(Commands.request(command), completion);
    // Encoded first: a failing encoder must leave no trace.
    gathered.writeBytes(waiter.encode());
    block.add(waiter);
    return waiter;
  }

  private void execute() throws IOException {
    List<Waiter> calls = List.copyOf(block);
    byte[] bytes = gathered.toByteArray();
    gathered.reset();
    try {
      List<Outcome> outcomes = calls.isEmpty() ? List.of() : exchanged(calls, bytes);
      for (int i = 0; i < calls.size(); i++) {
        if (outcomes.get(i) instanceof Outcome.Ok) {
          remember(calls.get(i).command());
        }
        calls.get(i).end(outcomes.get(i));
      }
    } catch (Throwable failure) {
      calls.forEach(call -> call.fail(failure));
      throw failure;
    } finally {
      block.removeAll(calls);
    }
  }

  private List<Outcome> exchanged(List<Waiter> calls, byte[] bytes) throws IOException {
    return using(
        used -> {
          used.send(bytes);
          List<Outcome> outcomes = Waiter.outcomesOf(calls, replies(used, calls.size()));
          requireSilence(used);
          return outcomes;
        });
  }

  /** Reads one reply to each of so many commands. */
  protected List<Reply> replies(Connection used, int count) throws IOException {
    var replies = new ArrayList<Reply>();
    while (replies.size() < count) {
      replies.add(used.reply());
    }
    return replies;
  }

  @Override
  public void close() {
    super.close();
    block.forEach(call -> call.fail(new NotConnectedException("the session was closed")));
  }
}
