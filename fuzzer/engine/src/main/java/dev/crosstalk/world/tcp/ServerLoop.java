package dev.crosstalk.world.tcp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The event loop of one case's server. It has no thread: who runs the steps of the case runs it
 * while waiting for what they bring about, so that nothing is handed from thread to thread but
 * between the server and the driver.
 */
final class ServerLoop implements AutoCloseable {
  private static final int BUFFER_BYTES = 64 * 1024;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** What a channel of the loop does when it is ready. */
  interface Ready {
    void ready(SelectionKey key) throws IOException;
  }

  /** Something that nothing tells of, and that is looked at again and again. */
  interface Look {
    /** Whether that was the last time. */
    boolean over();
  }

  private final Selector selector;
  private final Selectors selectors;
  private final ByteBuffer buffer;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final List<Look> looks = new ArrayList<>();
  private final Thread owner = Thread.currentThread();
  private boolean busy;
  private long idleSinceNanos = System.nanoTime();
  private long worstNanos;

  private ServerLoop(Selectors selectors, Selector selector, ByteBuffer buffer) {
    this.selectors = selectors;
    this.selector = selector;
    this.buffer = buffer;
  }

  /** Selectors and buffers for one loop after the other, since opening a selector is dear. */
  static final class Selectors implements AutoCloseable {

    private record Spare(Selector selector, ByteBuffer buffer) {}

    private final Deque<Spare> spares = new ArrayDeque<>();
    private boolean closed;

    /** A loop of the calling thread. */
    ServerLoop loop() {
      Spare spare = take();
      try {
        return spare == null
            ? new ServerLoop(this, Selector.open(), ByteBuffer.allocateDirect(BUFFER_BYTES))
            : new ServerLoop(this, spare.selector, spare.buffer);
      } catch (IOException outOfDescriptors) {
        throw new UncheckedIOException(outOfDescriptors);
      }
    }

    private synchronized Spare take() {
      return spares.poll();
    }

    private synchronized void giveBack(Selector selector, ByteBuffer buffer) throws IOException {
      if (closed) {
        selector.close();
      } else {
        spares.push(new Spare(selector, buffer));
      }
    }

    @Override
    public synchronized void close() {
      closed = true;
      for (Spare spare : spares) {
        try {
          spare.selector.close();
        } catch (IOException impossible) {
          throw new UncheckedIOException(impossible);
        }
      }
      spares.clear();
    }
  }

  Selector selector() {
    return selector;
  }

  /** For reads of the loop, one at a time; empty, in its whole length. */
  ByteBuffer buffer() {
    return buffer.clear();
  }

  /** Runs a task: at once, or after the one that runs, or when the loop's thread comes to it. */
  void execute(Runnable task) {
    tasks.add(task);
    if (Thread.currentThread() != owner) {
      wakeup();
    } else if (!busy) {
      runTasks();
    }
  }

  /** Looks until it is over, each time the loop runs. */
  void look(Look look) {
    looks.add(look);
  }

  /** Whether something is looked at, so that the loop had better run again soon. */
  boolean isLooking() {
    return !looks.isEmpty();
  }

  /** Ends a wait of {@link #run}; the next one if nobody waits. */
  void wakeup() {
    selector.wakeup();
  }

  /**
   * Does what there is to do, by the loop's thread.
   *
   * @param waitNanos how long to wait for something, whole milliseconds rounded up; not at all
   *     where that is zero
   */
  void run(long waitNanos) {
    long from = System.nanoTime();
    worstNanos = Math.max(worstNanos, from - idleSinceNanos);
    long millis = (waitNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI;
    try {
      int ready = millis > 0 ? selector.select(millis) : selector.selectNow();
      if (ready > 0) {
        for (SelectionKey key : selector.selectedKeys()) {
          serve(key);
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    runTasks();
    if (!looks.isEmpty()) {
      lookAgain();
      runTasks();
    }
    idleSinceNanos = System.nanoTime();
    worstNanos = Math.max(worstNanos, idleSinceNanos - from - millis * NANOS_PER_MILLI);
  }

  private void serve(SelectionKey key) throws IOException {
    busy = true;
    try {
      if (key.isValid()) {
        ((Ready) key.attachment()).ready(key);
      }
    } finally {
      busy = false;
    }
  }

  /** What a look brings about is run after all of them. */
  private void lookAgain() {
    busy = true;
    try {
      looks.removeIf(Look::over);
    } finally {
      busy = false;
    }
  }

  private void runTasks() {
    busy = true;
    try {
      for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
        task.run();
      }
    } finally {
      busy = false;
    }
  }

  /** The longest time that nobody was served who could have been. */
  long latenessNanos() {
    return worstNanos;
  }

  /** All channels are closed by now. */
  @Override
  public void close() {
    try {
      selector.selectNow();
      selector.selectedKeys().clear();
      selectors.giveBack(selector, buffer);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
