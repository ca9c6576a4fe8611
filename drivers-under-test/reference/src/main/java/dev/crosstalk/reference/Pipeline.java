package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * One connection on which calls wait in a row: first sent, first answered. A thread of its own
 * connects, shakes hands, sends what has gathered meanwhile and then hands out replies; callers
 * send for themselves once it is open. Any doubt ends the connection and every call on it.
 *
 * <p>Whatever ends the connection closes it before asking for the row's lock: a writer stuck on a
 * peer that reads nothing is woken by that. Calls are ended outside the lock.
 */
public class Pipeline {
  private final Setup setup;
  private final Connection connection;
  private final Row row = new Row();
  private final AtomicReference<Throwable> death = new AtomicReference<>();

  public Pipeline(Setup setup) {
    this.setup = setup;
    this.connection = new Connection(setup.platform().wires().get(), new Decoder());
  }

  /** Something done to the row and the connection. */
  @FunctionalInterface
  protected interface Step {
    void run() throws IOException;
  }

  final void begin() {
    setup.platform().readers().newThread(this::live).start();
  }

  final boolean isAlive() {
    return death.get() == null;
  }

  /** Sends a call, or ends it: never throws what concerns the call. */
  final void submit(Waiter waiter) {
    try {
      send(waiter);
    } catch (IOException lost) {
      fail(lost);
    } catch (RuntimeException unsendable) {
      waiter.fail(unsendable);
    }
    if (!isAlive()) {
      sweep();
    }
  }

  /** Encodes, then takes a place in the row and writes: a failing encoder must leave no trace. */
  protected void send(Waiter waiter) throws IOException {
    byte[] bytes = waiter.encode();
    inOneStep(
        () -> {
          queue(waiter);
          write(waiter, bytes);
        });
  }

  /** Nobody else queues or writes meanwhile. */
  protected final void inOneStep(Step step) throws IOException {
    row.inOneStep(step);
  }

  /** Takes the next place in the row; in one step with {@link #write}. */
  protected final void queue(Waiter waiter) {
    row.add(waiter);
  }

  /** Writes the command, or keeps it until the connection is open. */
  protected final void write(Waiter waiter, byte[] command) throws IOException {
    if (row.isOpen()) {
      waiter.markSent();
      connection.send(command);
    } else {
      waiter.keep(command);
    }
  }

  private void live() {
    try {
      open();
      while (true) {
        deliver(receive());
      }
    } catch (Throwable end) {
      fail(end);
    }
  }

  private void open() throws IOException {
    try {
      connection.open(setup);
    } catch (SocketTimeoutException stalled) {
      // To the calls that wait here this is not their own timeout: they were never sent.
      throw new NotConnectedException("connecting stalled", stalled);
    }
    connection.readWithoutTimeout();
    inOneStep(
        () -> {
          if (!isAlive()) {
            throw new IOException("ended while it was being opened");
          }
          opened(connection);
          for (Waiter waiter : row.open()) {
            write(waiter, waiter.kept());
          }
        });
  }

  /** The connection is open, and no call was sent. */
  protected void opened(Connection fresh) throws IOException {}

  private Reply receive() throws IOException {
    try {
      return connection.receive();
    } catch (GarbledReplyException garbled) {
      takeFirst().ifPresent(waiter -> waiter.fail(garbled));
      throw garbled;
    }
  }

  /** Something came, of which all before it has been delivered. */
  protected void deliver(Reply reply) {
    if (reply instanceof Reply.Push push) {
      pushed(push);
      return;
    }
    Waiter first =
        takeFirst().orElseThrow(() -> new GarbledReplyException("a reply that nobody waits for"));
    answered(first, reply);
  }

  /** The first of the row, who stays there. */
  protected final Optional<Waiter> first() {
    return row.first();
  }

  /** Takes the first of the row out of it. */
  protected final Optional<Waiter> takeFirst() {
    return row.takeFirst();
  }

  /** A push came. It is nobody's reply. */
  protected void pushed(Reply.Push push) {}

  /** The reply of {@code waiter} came, who may have ended long ago. */
  protected void answered(Waiter waiter, Reply reply) {
    Outcome outcome = waiter.outcomeOf(reply);
    waiter.end(outcome);
    if (outcome instanceof Outcome.Garbled) {
      throw new GarbledReplyException("a reply that is not of its command's type: " + reply);
    }
  }

  final void expire(Waiter waiter) {
    if (waiter.fail(new TimeoutException("no reply in time")) && waiter.isSent()) {
      expired(waiter);
    }
  }

  /** A call that was sent has timed out. Its reply may still come: the connection is given up. */
  protected void expired(Waiter waiter) {
    fail(new IOException("given up: the reply to another call did not come in time"));
  }

  /** Ends the connection and every call on it, who are told the first cause that was given. */
  protected final void fail(Throwable failure) {
    Throwable cause =
        failure instanceof GarbledReplyException
            ? new IOException("given up: a reply was garbled", failure)
            : failure;
    if (death.compareAndSet(null, cause)) {
      connection.close();
    }
    sweep();
  }

  private void sweep() {
    List<Waiter> orphans = row.close();
    if (!orphans.isEmpty()) {
      lost(orphans, death.get());
    }
  }

  /** The connection is gone, and so are the replies of these, who may have ended already. */
  protected void lost(List<Waiter> orphans, Throwable cause) {
    orphans.forEach(orphan -> orphan.fail(cause));
  }
}
