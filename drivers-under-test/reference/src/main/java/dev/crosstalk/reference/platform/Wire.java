package dev.crosstalk.reference.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;

/** A connection to the server as bytes. Connected once, read by one thread, written by one. */
public interface Wire {

  /**
   * @throws java.net.SocketTimeoutException when {@code timeout} passes first
   * @throws IOException when nobody listens there, or the wire was closed
   */
  void connect(InetSocketAddress address, Duration timeout) throws IOException;

  /** How long a read waits for a byte before it fails; zero: for ever. */
  void readTimeout(Duration timeout) throws IOException;

  InputStream input() throws IOException;

  OutputStream output() throws IOException;

  /** Ends the connection; wakes whoever connects, reads or writes. From any thread, any time. */
  void close();
}
