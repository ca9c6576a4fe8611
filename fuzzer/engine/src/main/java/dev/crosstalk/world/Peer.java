package dev.crosstalk.world;

import java.util.Optional;

/** The server's end of one connection. Called by the transport, one call at a time. */
public interface Peer {

  /** Bytes arrived from the driver. */
  void received(byte[] bytes);

  /** What may leave now, as one chunk; asked right before it is written. */
  Optional<byte[]> next();

  /** Whether {@link #next} would give something now. */
  boolean hasNext();

  /** The driver ended the connection, or the server's end of it is complete. */
  void ended();
}
