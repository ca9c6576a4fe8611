package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation;
import dev.crosstalk.spi.Simulation.Receiver;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.LockSupport;

/**
 * A {@link java.net.Socket} in memory, for drivers that block. Behaves as one on a platform thread
 * does: an interrupt does not end a read, and what was received before an end is read before it.
 */
final class SimulatedSocket extends SocketImpl implements Receiver {
  private static final int EOF = -1;

  private enum State {
    NEW,
    CONNECTING,
    OPEN,
    REFUSED,
    CLOSED
  }

  private enum PeerEnd {
    NONE,
    HALF,
    FIN,
    RESET
  }

  private final SimulatedWorld world;
  private final Map<Integer, Object> options = new HashMap<>();
  private final Queue<byte[]> chunks = new ArrayDeque<>();
  private final Alarm timeout = new Alarm(this::wake);
  private int readOfFirst;
  private State state = State.NEW;
  private PeerEnd peerEnd = PeerEnd.NONE;
  private boolean writtenAfterEnd;
  private boolean inputShut;
  private boolean outputShut;
  private int timeoutMillis;
  private Thread waiting;
  private Simulation.Link link;

  SimulatedSocket(SimulatedWorld world) {
    this.world = world;
  }

  // What the world tells.

  @Override
  public void connected() {
    if (state == State.CONNECTING) {
      state = State.OPEN;
    }
    wake();
  }

  @Override
  public void refused() {
    if (state == State.CONNECTING) {
      state = State.REFUSED;
    }
    wake();
  }

  @Override
  public void received(byte[] bytes) {
    chunks.add(bytes);
    wake();
  }

  @Override
  public void ended(boolean reset) {
    peerEnd = reset ? PeerEnd.RESET : PeerEnd.FIN;
    wake();
  }

  @Override
  public void halfEnded() {
    peerEnd = PeerEnd.HALF;
    wake();
  }

  private void wake() {
    if (waiting != null) {
      LockSupport.unpark(waiting);
    }
  }

  /** Parks the caller until something happened or the time is over. */
  private void await(long deadlineNanos) throws SocketException {
    world.requireLane();
    waiting = Thread.currentThread();
    boolean interrupted = false;
    if (deadlineNanos != Long.MAX_VALUE) {
      world.clock().set(timeout, deadlineNanos);
    }
    try {
      LockSupport.park(this);
      interrupted = Thread.interrupted();
    } finally {
      world.clock().unset(timeout);
      waiting = null;
      interruptedMeanwhile |= interrupted;
    }
  }

  /** Kept until the wait is over: parking with the flag up would not wait at all. */
  private boolean interruptedMeanwhile;

  private void restoreInterrupt() {
    if (interruptedMeanwhile) {
      interruptedMeanwhile = false;
      Thread.currentThread().interrupt();
    }
  }

  private long deadline(int millis) {
    return millis == 0 ? Long.MAX_VALUE : world.clock().nanos() + millis * 1_000_000L;
  }

  // What java.net.Socket asks.

  @Override
  protected void create(boolean stream) {
    // Nothing to be had beforehand.
  }

  @Override
  protected void connect(String host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  @Override
  protected void connect(InetAddress host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  @Override
  protected void connect(SocketAddress to, int timeoutMillis) throws IOException {
    if (!(to instanceof InetSocketAddress inet) || inet.isUnresolved()) {
      throw new java.net.UnknownHostException(String.valueOf(to));
    }
    address = inet.getAddress();
    port = inet.getPort();
    localport = world.nextPort();
    state = State.CONNECTING;
    link = world.connect(inet, this);
    long deadline = deadline(timeoutMillis);
    try {
      while (state == State.CONNECTING) {
        if (world.clock().nanos() >= deadline) {
          close();
          throw new SocketTimeoutException("Connect timed out");
        }
        await(deadline);
      }
    } finally {
      restoreInterrupt();
    }
    if (state == State.REFUSED) {
      throw new ConnectException("Connection refused");
    }
    requireOpen();
  }

  private void requireOpen() throws SocketException {
    if (state != State.OPEN) {
      throw new SocketException("Socket closed");
    }
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    requireOpen();
    if (length == 0) {
      return 0;
    }
    long deadline = chunks.isEmpty() ? deadline(timeoutMillis) : Long.MAX_VALUE;
    try {
      while (chunks.isEmpty()) {
        if (peerEnd == PeerEnd.RESET) {
          throw new SocketException("Connection reset");
        }
        if (peerEnd != PeerEnd.NONE || inputShut) {
          return EOF;
        }
        if (world.clock().nanos() >= deadline) {
          throw new SocketTimeoutException("Read timed out");
        }
        await(deadline);
        requireOpen();
      }
    } finally {
      restoreInterrupt();
    }
    byte[] first = chunks.element();
    int count = Math.min(length, first.length - readOfFirst);
    System.arraycopy(first, readOfFirst, into, offset, count);
    readOfFirst += count;
    if (readOfFirst == first.length) {
      chunks.remove();
      readOfFirst = 0;
    }
    return count;
  }

  /** As on TCP: the first write after the peer's close is answered by a reset, later ones fail. */
  private void write(byte[] bytes, int offset, int length) throws IOException {
    requireOpen();
    if (outputShut || writtenAfterEnd) {
      throw new SocketException("Broken pipe");
    }
    if (peerEnd == PeerEnd.RESET) {
      writtenAfterEnd = true;
      throw new SocketException("Connection reset");
    }
    writtenAfterEnd = peerEnd == PeerEnd.FIN;
    link.write(bytes, offset, length);
  }

  @Override
  protected InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return SimulatedSocket.this.read(one, 0, 1) == EOF ? EOF : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return SimulatedSocket.this.read(into, offset, length);
      }

      @Override
      public int available() throws IOException {
        return SimulatedSocket.this.available();
      }

      @Override
      public void close() throws IOException {
        SimulatedSocket.this.close();
      }
    };
  }

  @Override
  protected OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        SimulatedSocket.this.write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        SimulatedSocket.this.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        SimulatedSocket.this.close();
      }
    };
  }

  @Override
  protected int available() throws IOException {
    requireOpen();
    int bytes = -readOfFirst;
    for (byte[] chunk : chunks) {
      bytes += chunk.length;
    }
    return bytes;
  }

  @Override
  protected void close() {
    if (state == State.CLOSED) {
      return;
    }
    state = State.CLOSED;
    if (link != null) {
      // As TCP does it: with bytes unread, or where linger says so, the end is a reset.
      link.close(!chunks.isEmpty() || Integer.valueOf(0).equals(options.get(SO_LINGER)));
    }
    wake();
  }

  @Override
  protected void shutdownInput() {
    inputShut = true;
    wake();
  }

  @Override
  protected void shutdownOutput() {
    outputShut = true;
    if (link != null) {
      link.close(false);
    }
  }

  @Override
  public void setOption(int id, Object value) throws SocketException {
    if (state == State.CLOSED) {
      throw new SocketException("Socket closed");
    }
    if (id == SO_TIMEOUT) {
      timeoutMillis = (Integer) value;
    } else {
      options.put(id, value);
    }
  }

  @Override
  public Object getOption(int id) throws SocketException {
    if (state == State.CLOSED) {
      throw new SocketException("Socket closed");
    }
    return switch (id) {
      case SO_TIMEOUT -> timeoutMillis;
      case SO_LINGER -> options.getOrDefault(id, EOF);
      case SO_SNDBUF, SO_RCVBUF -> options.getOrDefault(id, 1 << 16);
      case IP_TOS -> options.getOrDefault(id, 0);
      case SO_BINDADDR -> InetAddress.getLoopbackAddress();
      default -> options.getOrDefault(id, false);
    };
  }

  @Override
  protected void bind(InetAddress host, int port) {
    localport = port;
  }

  @Override
  protected void listen(int backlog) throws IOException {
    throw new SocketException("nothing listens in the simulated world but its own server");
  }

  @Override
  protected void accept(SocketImpl socket) throws IOException {
    listen(0);
  }

  @Override
  protected void sendUrgentData(int data) throws IOException {
    throw new SocketException("urgent data is not simulated");
  }
}
