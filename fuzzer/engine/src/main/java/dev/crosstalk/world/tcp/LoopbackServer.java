package dev.crosstalk.world.tcp;

import dev.crosstalk.world.World.Accepting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where one case listens: on loopback, on an address of its own, 127.a.b.c, so that a connection
 * can never reach another case's server.
 */
final class LoopbackServer implements ServerLoop.Ready, AutoCloseable {
  private static final int HOSTS = 250 * 250 * 250;
  private static final AtomicInteger LISTENED = new AtomicInteger();

  private final ServerLoop loop;
  private final Accepting accepting;
  private final ServerSocketChannel listener;
  private final InetSocketAddress address;
  private final List<ServerWire> wires = new ArrayList<>();

  /** Listens on a fresh address. */
  LoopbackServer(ServerLoop loop, Accepting accepting) {
    this.loop = loop;
    this.accepting = accepting;
    try {
      listener = ServerSocketChannel.open();
      listener.bind(new InetSocketAddress(nextHost(), 0));
      listener.configureBlocking(false);
      listener.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
      address = (InetSocketAddress) listener.getLocalAddress();
    } catch (IOException noRoom) {
      throw new UncheckedIOException(noRoom);
    }
  }

  /** 127.a.b.c with each of a, b, c from 1 to 250. */
  private static String nextHost() {
    int host = Math.floorMod(LISTENED.getAndIncrement(), HOSTS);
    return "127."
        + (host / 62_500 % 250 + 1)
        + "."
        + (host / 250 % 250 + 1)
        + "."
        + (host % 250 + 1);
  }

  InetSocketAddress address() {
    return address;
  }

  /** The server's ends of all connections there have been. */
  List<ServerWire> wires() {
    return wires;
  }

  @Override
  public void ready(SelectionKey key) throws IOException {
    SocketChannel channel = listener.accept();
    while (channel != null) {
      take(channel);
      channel = listener.accept();
    }
  }

  private void take(SocketChannel channel) throws IOException {
    ServerWire wire;
    try {
      wire = new ServerWire(loop, channel);
    } catch (IOException resetMeanwhile) {
      channel.close();
      return;
    }
    wires.add(wire);
    wire.serve(accepting.accepted(wire));
  }

  /** Connections still open are reset, so that none of them lingers in TIME_WAIT. */
  @Override
  public void close() {
    try {
      listener.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    wires.forEach(ServerWire::drop);
  }
}
