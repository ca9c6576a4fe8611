package dev.crosstalk.world.tcp;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketImpl;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A {@link java.net.Socket} over TCP whose read timeout is that of a case's clock: when that moves,
 * the read looks up. To any other address it goes by the true clock. An interrupt does not end a
 * read, as with the JDK's own on a platform thread.
 */
final class FiredSocket extends SocketImpl {
  private static final int EOF = -1;
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Function<InetSocketAddress, Optional<Activity>> activities;
  private final DriverEnd end = new DriverEnd();
  private final Map<Integer, Object> options = new HashMap<>();
  private SocketChannel channel;
  private Selector selector;
  private Optional<Activity> activity = Optional.empty();
  private OptionalInt descriptor = OptionalInt.empty();
  private volatile boolean closed;
  private volatile int timeoutMillis;

  /**
   * Not connected yet.
   *
   * @param activities of the case that has an address
   */
  FiredSocket(Function<InetSocketAddress, Optional<Activity>> activities) {
    this.activities = activities;
    FiredThread.activityOfCaller().ifPresent(maker -> maker.add(end));
  }

  @Override
  protected void create(boolean stream) throws IOException {
    channel = SocketChannel.open();
    selector = Selector.open();
  }

  @Override
  protected void connect(String host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  @Override
  protected void connect(InetAddress host, int port) throws IOException {
    connect(new InetSocketAddress(host, port), 0);
  }

  /** On loopback a connection stands at once or is refused; the timeout is the true clock's. */
  @Override
  protected void connect(SocketAddress to, int timeoutMillis) throws IOException {
    if (!(to instanceof InetSocketAddress inet) || inet.isUnresolved()) {
      throw new UnknownHostException(String.valueOf(to));
    }
    try {
      end.connecting();
      activity = activities.apply(inet);
      activity.ifPresent(it -> it.add(end));
      useByCaller();
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      if (Integer.valueOf(0).equals(options.get(SO_LINGER))) {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      }
      channel.configureBlocking(false);
      SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
      long deadline = trueDeadline(timeoutMillis);
      if (!channel.connect(to)) {
        while (!channel.finishConnect()) {
          if (System.nanoTime() - deadline >= 0) {
            throw new SocketTimeoutException("Connect timed out");
          }
          select(timeoutMillis);
        }
      }
      key.interestOps(SelectionKey.OP_READ);
      var local = (InetSocketAddress) channel.getLocalAddress();
      end.connected(local);
      localport = local.getPort();
      address = inet.getAddress();
      port = inet.getPort();
    } catch (ClosedChannelException | ClosedSelectorException | CancelledKeyException byAnother) {
      throw new SocketException("Socket closed");
    } finally {
      restoreInterrupt();
    }
  }

  private static long trueDeadline(int millis) {
    return System.nanoTime() + (millis == 0 ? Long.MAX_VALUE / 2 : millis * NANOS_PER_MILLI);
  }

  /** Waits for the channel, for the clock, or for so long; keeps interrupts for later. */
  private void select(long trueMillis) throws IOException {
    boolean interrupted = Thread.interrupted();
    selector.select(trueMillis);
    selector.selectedKeys().clear();
    interruptedMeanwhile |= interrupted || Thread.interrupted();
  }

  private boolean interruptedMeanwhile;

  private void restoreInterrupt() {
    if (interruptedMeanwhile) {
      interruptedMeanwhile = false;
      Thread.currentThread().interrupt();
    }
  }

  private int read(byte[] into, int offset, int length) throws IOException {
    requireOpen();
    if (length == 0) {
      return 0;
    }
    useByCaller();
    ByteBuffer buffer = ByteBuffer.wrap(into, offset, length);
    try {
      int count =
          activity.isPresent()
              ? readByClock(activity.get().clock(), buffer)
              : readByTrueClock(buffer);
      end.read(Math.max(0, count));
      return count;
    } catch (ClosedChannelException | ClosedSelectorException byAnother) {
      throw new SocketException("Socket closed");
    } finally {
      restoreInterrupt();
    }
  }

  private int readByTrueClock(ByteBuffer buffer) throws IOException {
    long deadline = trueDeadline(timeoutMillis);
    int count = channel.read(buffer);
    while (count == 0) {
      if (System.nanoTime() - deadline >= 0) {
        throw new SocketTimeoutException("Read timed out");
      }
      select(timeoutMillis);
      requireOpen();
      count = channel.read(buffer);
    }
    return count;
  }

  private int readByClock(FiredClock clock, ByteBuffer buffer) throws IOException {
    int count = channel.read(buffer);
    if (count != 0) {
      return count;
    }
    var timeUp = new AtomicBoolean();
    var due =
        timeoutMillis == 0
            ? null
            : clock.schedule(
                timeoutMillis * NANOS_PER_MILLI,
                () -> {
                  timeUp.set(true);
                  selector.wakeup();
                });
    try {
      while (count == 0) {
        if (timeUp.get()) {
          throw new SocketTimeoutException("Read timed out");
        }
        end.waiting(timeUp);
        select(0);
        end.awake();
        requireOpen();
        count = channel.read(buffer);
      }
      return count;
    } finally {
      end.awake();
      if (due != null) {
        boolean ignored = due.cancel();
      }
    }
  }

  private void useByCaller() {
    activity.ifPresent(Activity::addThread);
  }

  private void requireOpen() throws SocketException {
    if (closed) {
      throw new SocketException("Socket closed");
    }
  }

  private void write(byte[] bytes, int offset, int length) throws IOException {
    requireOpen();
    useByCaller();
    ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
    end.writing(length);
    try {
      while (buffer.hasRemaining()) {
        if (channel.write(buffer) == 0) {
          Thread.onSpinWait();
        }
      }
    } catch (ClosedChannelException byAnother) {
      throw new SocketException("Socket closed");
    }
  }

  @Override
  protected InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return FiredSocket.this.read(one, 0, 1) == EOF ? EOF : one[0] & 0xff;
      }

      @Override
      public int read(byte[] into, int offset, int length) throws IOException {
        return FiredSocket.this.read(into, offset, length);
      }

      @Override
      public int available() throws IOException {
        return FiredSocket.this.available();
      }

      @Override
      public void close() throws IOException {
        FiredSocket.this.close();
      }
    };
  }

  @Override
  protected OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        FiredSocket.this.write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        FiredSocket.this.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        FiredSocket.this.close();
      }
    };
  }

  @Override
  protected int available() throws IOException {
    requireOpen();
    try {
      var local = (InetSocketAddress) channel.getLocalAddress();
      var server = (InetSocketAddress) channel.getRemoteAddress();
      if (descriptor.isEmpty()) {
        descriptor = ReceiveQueues.find(local, server);
      }
      return descriptor.isEmpty()
          ? 0
          : ReceiveQueues.unread(descriptor.getAsInt(), local, server).orElse(0);
    } catch (ClosedChannelException byAnother) {
      throw new SocketException("Socket closed");
    }
  }

  @Override
  protected void close() throws IOException {
    if (!closed) {
      closed = true;
      try {
        if (selector != null) {
          selector.close();
        }
        if (channel != null) {
          channel.close();
        }
      } finally {
        end.closed();
      }
    }
  }

  @Override
  protected void shutdownInput() throws IOException {
    channel.shutdownInput();
  }

  @Override
  protected void shutdownOutput() throws IOException {
    channel.shutdownOutput();
  }

  @Override
  public void setOption(int id, Object value) throws SocketException {
    requireOpen();
    if (id == SO_TIMEOUT) {
      timeoutMillis = (Integer) value;
    } else {
      options.put(id, value);
    }
  }

  @Override
  public Object getOption(int id) throws SocketException {
    requireOpen();
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
  protected void bind(InetAddress host, int port) throws IOException {
    channel.bind(new InetSocketAddress(host, port));
  }

  @Override
  protected void listen(int backlog) throws IOException {
    throw new SocketException("a fired socket does not listen");
  }

  @Override
  protected void accept(SocketImpl socket) throws IOException {
    listen(0);
  }

  @Override
  protected void sendUrgentData(int data) throws IOException {
    throw new SocketException("a fired socket sends no urgent data");
  }
}
