package dev.crosstalk.world;

/** The transport of one connection, as the server's side holds it. */
public interface Wire {

  /** Asks the transport to take what {@link Peer#next} has and to write it. Returns at once. */
  void flush();

  /** Ends the connection with a FIN, after what was flushed before. Returns at once. */
  void close();

  /** Ends the connection with an RST, after what was flushed before. Returns at once. */
  void reset();

  /**
   * Whether everything flushed has been written and the driver has taken it from its socket; once
   * the server has ended the connection, whether the driver has closed its socket, as far as that
   * can be seen.
   */
  boolean taken();

  /** Whether everything flushed has been written. */
  boolean written();
}
