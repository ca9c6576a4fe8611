package dev.crosstalk.reference.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A plain blocking {@link Socket}. */
final class SocketWire implements Wire {
  private final Socket socket = new Socket();

  @Override
  public void connect(InetSocketAddress address, Duration timeout) throws IOException {
    socket.setTcpNoDelay(true);
    socket.connect(address, millis(timeout));
    if (socket.getLocalSocketAddress().equals(socket.getRemoteSocketAddress())) {
      // On loopback, a port of the ephemeral range that nobody listens on may be given to us as our
      // own: TCP then connects the socket to itself (RFC 9293, simultaneous open).
      socket.close();
      throw new ConnectException("connected to itself: nobody listens on " + address);
    }
  }

  @Override
  public void readTimeout(Duration timeout) throws IOException {
    socket.setSoTimeout(millis(timeout));
  }

  @Override
  public InputStream input() throws IOException {
    return socket.getInputStream();
  }

  @Override
  public OutputStream output() throws IOException {
    return socket.getOutputStream();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException gone) {
      // The descriptor is given back in any case, and nobody asks this connection again.
    }
  }

  /** Rounded up: a socket takes zero milliseconds for no timeout at all. */
  private static int millis(Duration timeout) {
    return (int) Math.min(Integer.MAX_VALUE, timeout.plusNanos(999_999).toMillis());
  }
}
