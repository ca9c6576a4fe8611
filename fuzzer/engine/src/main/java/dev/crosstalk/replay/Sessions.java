package dev.crosstalk.replay;

import dev.crosstalk.history.Delivery;
import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Sharing;
import dev.crosstalk.spi.UserCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The client of a case and the sessions its lanes use. Opened when first needed, on the lane that
 * needs it, since opening may wait for a server that does not answer.
 */
final class Sessions {
  private final Case run;

  /** Held while opening what all lanes share: others who need it wait, as users of it would. */
  private final ReentrantLock opening = new ReentrantLock();

  private volatile Optional<Client> client = Optional.empty();
  private Optional<Session> shared = Optional.empty();
  private volatile int sharedNumber;
  private volatile int sharedClient;
  private int numbers;
  private final List<Session> opened = new ArrayList<>();
  private boolean closed;

  /** How many clients were closed before the one that is open. */
  private volatile int clients;

  Sessions(Case run) {
    this.run = run;
  }

  /** Who asks for a session that nobody has opened is refused, by us. */
  static final class NoSessionException extends IllegalStateException {
    private static final long serialVersionUID = 1L;
  }

  /** A lane's hold on the session it uses; one for each thread a lane ever had. */
  final class Seat {
    private volatile Optional<Session> own = Optional.empty();
    private int ownClient;
    private int number;

    /** How many clients were closed before the one of the session that was taken last. */
    int client() {
      return ownClient;
    }

    /** Of the session that was taken last, counted from 1 in the order of their opening. */
    int number() {
      return number;
    }

    /**
     * The session that another thread of the same lane uses; from beside that.
     *
     * @throws NoSessionException when it has none yet, or none any more
     */
    Session taken() {
      return own.orElseThrow(NoSessionException::new);
    }

    /** Closes the session, as its user does when done. Blocks; on the lane's thread. */
    void leave() {
      Optional<Session> last = own;
      own = Optional.empty();
      last.ifPresent(Sessions.this::forgotten);
    }

    /**
     * The session to start the next command on, opened if need be. Blocks; on the lane's thread.
     *
     * @param atTheDoor what is done when nobody else opens the session that lanes share: until then
     *     it is not the driver who lets the caller wait
     * @throws NoSessionException when the case is over: what waited behind a call that closing has
     *     ended must not open anything again
     */
    Session take(Runnable atTheDoor) throws Exception {
      if (isClosed()) {
        throw new NoSessionException();
      }
      if (run.subject().variant().sharing() == Sharing.SHARED) {
        Session session = takeShared(atTheDoor);
        number = sharedNumber;
        ownClient = sharedClient;
        return session;
      }
      if (own.isPresent() && (ownClient != clients || !own.get().usable())) {
        Session dead = own.get();
        own = Optional.empty();
        closeQuietly(dead);
      }
      if (own.isEmpty()) {
        ownClient = clients;
        number = nextNumber();
        own = Optional.of(remembered(opened(number)));
      }
      return own.get();
    }
  }

  Seat seat() {
    return new Seat();
  }

  private Session takeShared(Runnable atTheDoor) throws Exception {
    opening.lock();
    try {
      atTheDoor.run();
      if (shared.isPresent() && !shared.get().usable()) {
        Session dead = shared.get();
        shared = Optional.empty();
        closeQuietly(dead);
      }
      if (shared.isEmpty()) {
        sharedNumber = nextNumber();
        sharedClient = clients;
        shared = Optional.of(remembered(opened(sharedNumber)));
      }
      return shared.get();
    } finally {
      opening.unlock();
    }
  }

  private Client client() throws Exception {
    opening.lock();
    try {
      if (client.isEmpty()) {
        client = Optional.of(run.driver().open(run.surroundings()));
      }
      Client open = client.get();
      if (isClosed()) {
        open.close();
      }
      return open;
    } finally {
      opening.unlock();
    }
  }

  private Session opened(int number) throws Exception {
    return client()
        .session(
            run.subject().variant().session(),
            (pattern, channel, message) -> told(number, pattern, channel, message));
  }

  /** On whatever thread the driver tells on; what is thrown is the user's failing. */
  private void told(int session, Optional<String> pattern, String channel, String message) {
    boolean fails = String.valueOf(message).contains(UserCode.LISTENER_FAILS);
    run.stage()
        .exclusively(
            () ->
                run.deliveries()
                    .add(
                        new Delivery(
                            session,
                            pattern,
                            channel,
                            message,
                            run.step(),
                            run.stage().nanos(),
                            fails)));
    run.stage().changed();
    UserCode.listening(String.valueOf(message));
  }

  private synchronized int nextNumber() {
    return ++numbers;
  }

  private synchronized int newestNumber() {
    return numbers;
  }

  private void forgotten(Session session) {
    synchronized (this) {
      opened.remove(session);
    }
    closeQuietly(session);
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized Session remembered(Session session) {
    if (closed) {
      closeQuietly(session);
      throw new NoSessionException();
    }
    opened.add(session);
    return session;
  }

  boolean isOpen() {
    return client.isPresent();
  }

  /** How many clients steps have closed, or begun to. */
  int clientsClosed() {
    return clients;
  }

  /**
   * Closes the client, whatever its sessions are at; what is asked for after that has another. May
   * block; on a thread of its own.
   *
   * @return the number of the newest session it may have had
   */
  int closeClient() {
    Optional<Client> old;
    int newest;
    opening.lock();
    try {
      old = client;
      client = Optional.empty();
      shared = Optional.empty();
      clients++;
      newest = newestNumber();
    } finally {
      opening.unlock();
    }
    old.ifPresent(Sessions::closeQuietly);
    return newest;
  }

  private static void closeQuietly(Client client) {
    try {
      client.close();
    } catch (Exception alreadyBroken) {
      // After a fault, closing may well fail; what it leaves open the stage resets.
    }
  }

  /** Closes the client and every session that is still open. May block; on a thread of its own. */
  void close() {
    List<Session> left;
    synchronized (this) {
      closed = true;
      left = List.copyOf(opened);
      opened.clear();
    }
    left.forEach(Sessions::closeQuietly);
    client.ifPresent(Sessions::closeQuietly);
  }

  private static void closeQuietly(Session session) {
    try {
      session.close();
    } catch (Exception alreadyBroken) {
      // The session was closed because it is of no use any more.
    }
  }
}
