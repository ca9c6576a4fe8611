package dev.crosstalk.netty;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.util.HashMap;
import java.util.Map;

/** A socket's options and nothing else: Netty's configuration keeps them in a socket. */
final class SocketOptionsOnly extends SocketImpl {
  private static final Map<Integer, Object> DEFAULTS =
      Map.of(
          TCP_NODELAY, false,
          SO_KEEPALIVE, false,
          SO_REUSEADDR, false,
          SO_LINGER, -1,
          SO_RCVBUF, 65_536,
          SO_SNDBUF, 65_536,
          IP_TOS, 0);

  private final Map<Integer, Object> options = new HashMap<>();

  @Override
  public void setOption(int option, Object value) {
    // Switched off, lingering comes as false, and is asked for as a number.
    options.put(
        option, option == SO_LINGER && value instanceof Boolean ? Integer.valueOf(-1) : value);
  }

  @Override
  public Object getOption(int option) {
    Object set = options.get(option);
    return set == null ? DEFAULTS.get(option) : set;
  }

  @Override
  protected void create(boolean stream) {}

  @Override
  protected void close() {}

  @Override
  protected void connect(String host, int port) throws IOException {
    throw noConnection();
  }

  @Override
  protected void connect(InetAddress address, int port) throws IOException {
    throw noConnection();
  }

  @Override
  protected void connect(SocketAddress address, int timeout) throws IOException {
    throw noConnection();
  }

  @Override
  protected void bind(InetAddress host, int port) throws IOException {
    throw noConnection();
  }

  @Override
  protected void listen(int backlog) throws IOException {
    throw noConnection();
  }

  @Override
  protected void accept(SocketImpl accepted) throws IOException {
    throw noConnection();
  }

  @Override
  protected InputStream getInputStream() throws IOException {
    throw noConnection();
  }

  @Override
  protected OutputStream getOutputStream() throws IOException {
    throw noConnection();
  }

  @Override
  protected int available() throws IOException {
    throw noConnection();
  }

  @Override
  protected void sendUrgentData(int data) throws IOException {
    throw noConnection();
  }

  private static SocketException noConnection() {
    return new SocketException("this socket keeps options only");
  }
}
