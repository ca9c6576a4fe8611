package dev.crosstalk.reference;

import dev.crosstalk.spi.Client;
import dev.crosstalk.spi.Listener;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.SessionKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Hands out sessions and closes them with itself. */
final class ReferenceClient implements Client {
  private final Offer offer;
  private final Setup setup;
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  ReferenceClient(Offer offer, Setup setup) {
    this.offer = offer;
    this.setup = setup;
  }

  @Override
  public Session session(SessionKind kind) throws Exception {
    return session(kind, Listener.NONE);
  }

  @Override
  public Session session(SessionKind kind, Listener listener) throws Exception {
    if (kind != offer.variant().session()) {
      throw new IllegalArgumentException("no sessions of kind " + kind);
    }
    Session session = offer.sessions().apply(setup.telling(listener));
    sessions.add(session);
    // Listed first and asked afterwards, so that close() on another thread misses none.
    if (closed) {
      session.close();
      throw new NotConnectedException("the client is closed");
    }
    return session;
  }

  @Override
  public void close() throws Exception {
    closed = true;
    for (Session session : sessions) {
      session.close();
    }
    setup.pool().close();
  }
}
