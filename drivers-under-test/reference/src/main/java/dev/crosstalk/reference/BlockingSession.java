package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Command;
import dev.crosstalk.spi.Completion;
import dev.crosstalk.spi.InFlight;
import dev.crosstalk.spi.Outcome;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.UserCode;
import dev.crosstalk.spi.Value;
import java.io.IOException;
import java.util.Optional;

/**
 * One call at a time, on the caller's thread. A connection that gave any doubt is closed, and the
 * next call opens another: so no byte of it can ever reach a later call. Nothing is sent twice.
 *
 * <p>The timeout is that of the socket, for each read. A write to a peer that takes no bytes has
 * none, as in every driver on a blocking socket; closing the session ends it.
 */
public class BlockingSession implements Session {
  private final Setup setup;
  private volatile Optional<Connection> connection = Optional.empty();
  private volatile boolean busy;
  private volatile boolean closed;

  /** What the caller selected last, as far as the server has said so; at first as configured. */
  private volatile int database;

  public BlockingSession(Setup setup) {
    this.setup = setup;
    this.database = setup.settings().database();
  }

  @Override
  public InFlight start(Command command, Completion completion) throws Exception {
    Request<?> request = Commands.request(command);
    Object answer = call(request);
    remember(command);
    completion.complete(new Outcome.Ok(Value.of(answer)));
    return InFlight.ENDED;
  }

  /** A command was answered, and that with no error. */
  protected final void remember(Command command) {
    if (command.name().equals("SELECT")) {
      database = Integer.parseInt(command.arguments().getFirst());
    }
  }

  protected final boolean isOnConfiguredDatabase() {
    return database == setup.settings().database();
  }

  private Object call(Request<?> request) throws IOException {
    byte[] bytes = request.encode();
    return using(
        used -> {
          Reply reply = exchange(used, bytes);
          requireSilence(used);
          return read(request, reply);
        });
  }

  /** Sends a command and waits for its reply. */
  protected Reply exchange(Connection used, byte[] command) throws IOException {
    return used.exchange(command);
  }

  /** Something that is done on a connection. */
  @FunctionalInterface
  protected interface Exchange<T> {
    T on(Connection used) throws IOException;
  }

  /** Does something on the connection, and closes that on any doubt. */
  protected final <T> T using(Exchange<T> exchange) throws IOException {
    Connection used = connected();
    busy = true;
    try {
      return exchange.on(used);
    } catch (ServerErrorException | UserCode.Failure answered) {
      throw answered;
    } catch (Throwable doubt) {
      failed(used, doubt);
      throw doubt;
    } finally {
      busy = false;
    }
  }

  /** After all replies that were asked for. */
  protected final void requireSilence(Connection used) {
    if (isNoisy(used)) {
      throw new GarbledReplyException("more came than the reply, which may be another's");
    }
  }

  private Connection connected() throws IOException {
    Optional<Connection> present = connection;
    if (present.isPresent()) {
      Connection last = present.get();
      if (!isNoisy(last) && !last.isClosed()) {
        return last;
      }
      last.close();
    }
    return connect();
  }

  /** Opens another connection and shakes hands; the session stays on it until it fails. */
  protected Connection connect() throws IOException {
    Optional<Connection> idle = idle();
    Connection fresh =
        idle.isPresent() ? idle.get() : new Connection(setup.platform().wires().get(), decoder());
    connection = Optional.of(fresh);
    // Published first and asked afterwards: close() does it the other way round, so that one of us
    // sees the other.
    if (closed) {
      throw new NotConnectedException("the session is closed");
    }
    try {
      if (idle.isEmpty()) {
        fresh.open(atConnect(setup, database));
      }
      return fresh;
    } catch (Throwable failure) {
      fresh.close();
      throw failure;
    }
  }

  /** A connection that is there already, open and silent, as if it were new. */
  protected Optional<Connection> idle() {
    return Optional.empty();
  }

  /** How a connection is to be set up, the first as well as those after it. */
  protected Setup atConnect(Setup configured, int selected) {
    return configured.selecting(selected);
  }

  /** Closes the session, and not its connection: gives that out, unless it is under way. */
  protected final Optional<Connection> surrender() {
    closed = true;
    Optional<Connection> last = busy ? Optional.empty() : connection;
    if (last.isPresent()) {
      connection = Optional.empty();
    }
    return last.filter(present -> !present.isClosed());
  }

  /** Reads one connection's bytes. A connection gets one of its own: bytes must not outlive it. */
  protected Decoder decoder() {
    return new Decoder();
  }

  /**
   * Whether something came, between two calls, that nobody asked for. A connection that is gone is
   * closed here and not noisy: what it answered before holds.
   */
  protected boolean isNoisy(Connection used) {
    try {
      return !used.isSilent();
    } catch (IOException gone) {
      used.close();
      return false;
    }
  }

  /** Turns the reply into what the caller gets. */
  protected Object read(Request<?> request, Reply reply) {
    return request.read(reply);
  }

  /** Decides what becomes of a connection on which a call failed, not counting server errors. */
  protected void failed(Connection used, Throwable failure) {
    used.close();
  }

  @Override
  public final boolean usable() {
    return !closed;
  }

  @Override
  public void close() {
    closed = true;
    connection.ifPresent(Connection::close);
  }
}
