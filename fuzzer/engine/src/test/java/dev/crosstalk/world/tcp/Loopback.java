package dev.crosstalk.world.tcp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.OptionalInt;

/** A connection over loopback: the driver's end and the server's. */
record Loopback(Socket driver, Socket server) implements AutoCloseable {

  static Loopback open() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      var driver = new Socket(listener.getInetAddress(), listener.getLocalPort());
      return new Loopback(driver, listener.accept());
    }
  }

  InetSocketAddress driverAddress() {
    return (InetSocketAddress) server.getRemoteSocketAddress();
  }

  InetSocketAddress serverAddress() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  OptionalInt find() {
    return ReceiveQueues.find(driverAddress(), serverAddress());
  }

  OptionalInt unread(int descriptor) {
    return ReceiveQueues.unread(descriptor, driverAddress(), serverAddress());
  }

  @Override
  public void close() throws IOException {
    driver.close();
    server.close();
  }
}
