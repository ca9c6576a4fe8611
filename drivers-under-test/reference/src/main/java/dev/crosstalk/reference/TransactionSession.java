package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Encoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Block;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Commands one by one; from MULTI on they are queued at the server, and EXEC brings what they gave.
 * A transaction lives and dies with its connection: when that is lost, all further commands of the
 * block are refused, so that none runs outside it. What was watched is as good as changed when its
 * connection is lost: the next MULTI fails.
 */
public class TransactionSession extends BlockingSession {
  private final List<Waiter> block = new CopyOnWriteArrayList<>();
  private Optional<Connection> multi = Optional.empty();
  private Optional<Connection> watch = Optional.empty();
  private boolean open;

  public TransactionSession(Setup setup) {
    super(setup);
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    switch (command.name()) {
      case Block.MULTI -> completion.complete(new Outcome.Ok(new Value.Text(begin())));
      case Block.EXEC -> completion.complete(exec());
      case Block.DISCARD -> completion.complete(new Outcome.Ok(new Value.Text(discard())));
      case "WATCH" -> completion.complete(new Outcome.Ok(new Value.Text(watch(command))));
      case "UNWATCH" -> {
        super.start(command, completion);
        watch = Optional.empty();
      }
      default -> {
        return open ? queue(command, completion) : super.start(command, completion);
      }
    }
    return InFlight.ENDED;
  }

  private String begin() throws IOException {
    Optional<Connection> watched = watch;
    String ok;
    try {
      ok =
          using(
              used -> {
                if (isLost(watched, used)) {
                  throw new IOException("what was watched was lost with its connection");
                }
                String status = Readings.status(answered(used, Block.MULTI));
                multi = Optional.of(used);
                return status;
              });
    } catch (ServerErrorException declined) {
      throw declined;
    } catch (Throwable failure) {
      watch = Optional.empty();
      throw failure;
    }
    open = true;
    return ok;
  }

  /** Whether there was something watched, and that on a connection that is not in use any more. */
  protected boolean isLost(Optional<Connection> watched, Connection used) {
    return watched.isPresent() && watched.get() != used;
  }

  private String watch(Command command) throws Exception {
    Request<String> request = Commands.watch(command.arguments());
    byte[] bytes = request.encode();
    return using(
        used -> {
          String status = Readings.status(answered(used, bytes));
          // What was watched before on another connection is lost, and stays so.
          watch = watch.isPresent() ? watch : Optional.of(used);
          return status;
        });
  }

  private Waiter queue(Command command, Completion completion) throws Exception {
    var waiter = new Waiter(Commands.request(command), completion);
    byte[] bytes = waiter.encode();
    String status = inside(used -> Readings.status(answered(used, bytes)));
    if (!status.equals("QUEUED")) {
      throw new GarbledReplyException("inside a transaction, " + command.name() + " got " + status);
    }
    block.add(waiter);
    return waiter;
  }

  /** The results, or what the user's decoder threw on one of them. */
  private Outcome exec() throws IOException {
    Optional<List<Outcome>> ran = ended(() -> inside(this::outcomes));
    if (ran.isEmpty()) {
      lose(new CancellationException("a watched key was changed"));
      return new Outcome.Ok(new Value.Nil());
    }
    List<Outcome> outcomes = ran.get();
    for (int i = 0; i < block.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Ok) {
        remember(block.get(i).command());
      }
      block.get(i).end(outcomes.get(i));
    }
    block.clear();
    Optional<Outcome> undecoded =
        outcomes.stream().filter(Outcome.UserCodeFailed.class::isInstance).findFirst();
    return undecoded.isPresent()
        ? undecoded.get()
        : new Outcome.Ok(
            new Value.Items(outcomes.stream().map(TransactionSession::valueOf).toList()));
  }

  /** Nothing where a key was changed that was watched. */
  private Optional<List<Outcome>> outcomes(Connection used) throws IOException {
    Reply reply = answered(used, Block.EXEC);
    return reply instanceof Reply.Nil
        ? Optional.empty()
        : Optional.of(Waiter.outcomesOf(block, results(Readings.items(reply))));
  }

  /** What EXEC gave, one for each command of the block. */
  protected List<Reply> results(List<Reply> elements) {
    return elements;
  }

  /** How many commands wait for EXEC. */
  protected final int queuedCount() {
    return block.size();
  }

  /** Whether the server may think that a transaction is open. */
  protected final boolean isInTransaction() {
    return open || multi.isPresent();
  }

  /** Whether the server may think that keys are watched. */
  protected final boolean isWatching() {
    return watch.isPresent();
  }

  private static Value valueOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Ok(Value value) -> value;
      case Outcome.ServerError(String message) -> new Value.Foreign("error", message);
      default -> throw new IllegalStateException("no reply has the outcome " + outcome);
    };
  }

  private String discard() throws IOException {
    String ok = ended(() -> inside(used -> Readings.status(answered(used, Block.DISCARD))));
    lose(new CancellationException("discarded by the caller"));
    return ok;
  }

  /** Something that ends the block, whatever comes of it. */
  private <T> T ended(Ending<T> ending) throws IOException {
    try {
      return ending.run();
    } catch (Throwable failure) {
      lose(failure);
      throw failure;
    } finally {
      open = false;
      multi = Optional.empty();
      watch = Optional.empty();
    }
  }

  private interface Ending<T> {
    T run() throws IOException;
  }

  /** On the connection that MULTI went over, and on no other. */
  protected <T> T inside(Exchange<T> exchange) throws IOException {
    if (multi.isEmpty()) {
      throw new NotConnectedException("there is no transaction, or it was lost");
    }
    try {
      return using(
          used -> {
            if (used != multi.get()) {
              throw new IOException("the transaction was lost with its connection");
            }
            return exchange.on(used);
          });
    } catch (ServerErrorException declined) {
      throw declined;
    } catch (Throwable failure) {
      multi = Optional.empty();
      lose(failure);
      throw failure;
    }
  }

  /** All that was queued will never be answered. */
  private void lose(Throwable failure) {
    block.forEach(call -> call.fail(failure));
    block.clear();
  }

  private Reply answered(Connection used, String word) throws IOException {
    return answered(used, Encoder.encode(List.of(word)));
  }

  private Reply answered(Connection used, byte[] bytes) throws IOException {
    Reply reply = used.exchange(bytes);
    requireSilence(used);
    if (reply instanceof Reply.Failure failure) {
      throw new ServerErrorException(failure.message());
    }
    return reply;
  }

  @Override
  public void close() {
    super.close();
    lose(new NotConnectedException("the session was closed"));
  }
}
