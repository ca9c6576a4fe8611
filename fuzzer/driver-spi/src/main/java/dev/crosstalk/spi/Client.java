package dev.crosstalk.spi;

/**
 * An open driver. With {@link Sharing#LANE} each lane asks for a session of its own, with {@link
 * Sharing#SHARED} all lanes use the first one.
 */
public interface Client {

  /**
   * Opens a session of the given kind; may connect and shake hands.
   *
   * @throws Exception whatever the driver throws when it cannot connect
   */
  Session session(SessionKind kind) throws Exception;

  /**
   * The same, with a listener for what the session will have subscribed to. Asked of every variant;
   * one that {@link Capability#SUBSCRIBES} overrides it.
   */
  default Session session(SessionKind kind, Listener listener) throws Exception {
    return session(kind);
  }

  /** Closes everything this client opened. Calls still open must end. */
  void close() throws Exception;
}
