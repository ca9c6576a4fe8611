package dev.crosstalk.world;

/** The transport of one connection, as the server's side holds it. */
public interface Wire {

  /** Asks the transport to take what {@link Peer#next} has and to write it. Returns at once. */
  void flush();

  /** Ends the connection with a FIN, after what was flushed before. Returns at once. */
  void close();

  /** Ends the connection with an RST, after what was flushed before. Returns at once. */
  void reset();

  /** Shuts the server's output behind what was flushed before; what comes is read on. */
  void shutOutput();

  /** Takes no more bytes from the driver, nor its end. Takes effect soon after it returns. */
  void stopReading();

  /** Takes what has come meanwhile, and what comes. */
  void readAgain();

  /**
   * Whether everything flushed has been written and the driver has taken it from its socket; once
   * the server has ended the connection or its own half, whether the driver has closed its socket,
   * as far as that can be seen.
   */
  boolean taken();

  /** Whether everything flushed has been written. */
  boolean written();
}
