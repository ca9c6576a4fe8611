package dev.crosstalk.reference;

import dev.crosstalk.reference.resp.Decoder;
import dev.crosstalk.reference.resp.GarbledReplyException;
import dev.crosstalk.reference.resp.Reply;
import dev.crosstalk.spi.Outcome;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * One connection on which calls wait in a row: first sent, first answered. A thread of its own
 * connects, shakes hands, sends what has gathered meanwhile and then hands out replies; callers
 * send for themselves once it is open. Any doubt ends the connection and every call on it.
 *
 * <p>The lock covers the queues and the writing, so both have one order. Whatever ends the
 * connection closes it before asking for the lock: a writer stuck on a peer that reads nothing is
 * woken by that. Calls are ended outside the lock.
 */
public class Pipeline {
  private final Setup setup;
  private final Connection connection;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Waiter> unsent = new ArrayDeque<>();
  private final Deque<Waiter> waiting = new ArrayDeque<>();
  private final AtomicReference<Throwable> death = new AtomicReference<>();
  private boolean open;

  public Pipeline(Setup setup) {
    this.setup = setup;
    this.connection = new Connection(setup.platform().wires().get(), new Decoder());
  }

  /** Something done to queues and connection in one step. */
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

  /** Sends a call, or ends it: in no case does it throw. */
  final void submit(Waiter waiter) {
    try {
      send(waiter);
    } catch (IOException lost) {
      fail(lost);
    } catch (RuntimeException unsent) {
      waiter.fail(unsent);
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

  protected final void inOneStep(Step step) throws IOException {
    lock.lock();
    try {
      step.run();
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next place in the row; only in one step with {@link #write}. */
  protected final void queue(Waiter waiter) {
    (open ? waiting : unsent).add(waiter);
  }

  protected final void write(Waiter waiter, byte[] bytes) throws IOException {
    if (open) {
      waiter.markSent();
      connection.send(bytes);
    } else {
      waiter.keep(bytes);
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
          open = true;
          while (!unsent.isEmpty()) {
            Waiter waiter = unsent.remove();
            if (!waiter.hasEnded()) {
              queue(waiter);
              write(waiter, waiter.kept());
            }
          }
        });
  }

  private Reply receive() throws IOException {
    try {
      return connection.receive();
    } catch (GarbledReplyException garbled) {
      takeFirst().ifPresent(waiter -> waiter.fail(garbled));
      throw garbled;
    }
  }

  private void deliver(Reply reply) {
    if (reply instanceof Reply.Push push) {
      pushed(push);
      return;
    }
    Optional<Waiter> first = takeFirst();
    if (first.isEmpty()) {
      throw new GarbledReplyException("a reply that nobody waits for: " + reply);
    }
    answered(first.get(), reply);
  }

  /** Takes the first of the row out of it. */
  protected final Optional<Waiter> takeFirst() {
    lock.lock();
    try {
      return Optional.ofNullable(waiting.poll());
    } finally {
      lock.unlock();
    }
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

  /**
   * A call that was sent has timed out. Its reply may still come, so the connection is given up.
   */
  protected void expired(Waiter waiter) {
    fail(new IOException("given up: the reply to another call did not come in time"));
  }

  /** Ends the connection and every call on it. The first cause given is the one they are told. */
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
    List<Waiter> orphans = new ArrayList<>();
    lock.lock();
    try {
      // Replies may have been read that are not handed out yet. They must find an empty row: from
      // here on, calls that come too late for the connection wait where no reply looks for them.
      open = false;
      orphans.addAll(waiting);
      orphans.addAll(unsent);
      waiting.clear();
      unsent.clear();
    } finally {
      lock.unlock();
    }
    if (!orphans.isEmpty()) {
      lost(orphans, death.get());
    }
  }

  /** The connection is gone, and so are the replies of these, who may have ended already. */
  protected void lost(List<Waiter> orphans, Throwable cause) {
    orphans.forEach(orphan -> orphan.fail(cause));
  }
}
