package dev.crosstalk.world.tcp;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;

/**
 * A thread of this process as the kernel sees it, which knows of a thread's wake-up before that
 * thread does: one that was unparked but has no processor yet still looks parked to the JVM. Reads
 * {@code /proc/self/task} (proc_pid_stat(5), Linux; 10 us). Used by one thread at a time.
 */
@SuppressWarnings("restricted")
final class KernelThread implements AutoCloseable {
  /** What {@link #sleep} says of a thread that does not sleep. */
  static final long AWAKE = -1;

  /** What it says of one that has ended. */
  static final long ENDED = -2;

  private static final int LINE_BYTES_MAX = 512;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle GETTID =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("gettid"),
          FunctionDescriptor.of(ValueLayout.JAVA_INT));

  private final Thread thread;
  private final String folder;
  private final byte[] line = new byte[LINE_BYTES_MAX];

  /** No channels: an interrupt of whoever asks would close them. */
  private RandomAccessFile stat;

  private RandomAccessFile turns;

  private KernelThread(Thread thread, int id) {
    this.thread = thread;
    this.folder = "/proc/self/task/" + id;
  }

  /** The caller, which must be a platform thread. */
  static KernelThread current() {
    try {
      return new KernelThread(Thread.currentThread(), (int) GETTID.invokeExact());
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  Thread thread() {
    return thread;
  }

  /**
   * How often the thread had been given a processor when it fell asleep, waiting for a lock, a
   * monitor or to be unparked; else {@link #AWAKE} or {@link #ENDED}. Twice the same, and it has
   * slept all the time from the one asking to the other.
   */
  long sleep() {
    return switch (thread.getState()) {
      case TERMINATED -> ENDED;
      case NEW, RUNNABLE -> AWAKE;
      case BLOCKED, WAITING, TIMED_WAITING -> sleepByKernel();
    };
  }

  private long sleepByKernel() {
    try {
      // The thread may end between the one and the other.
      if (stat == null) {
        stat = new RandomAccessFile(folder + "/stat", "r");
      }
      if (turns == null) {
        turns = new RandomAccessFile(folder + "/schedstat", "r");
      }
      long before = turns();
      String state = lineOf(stat);
      // Woken in between, it may be back asleep by now.
      boolean sleeps = state.charAt(state.lastIndexOf(')') + 2) == 'S' && turns() == before;
      return sleeps ? before : AWAKE;
    } catch (IOException ended) {
      return thread.isAlive() ? AWAKE : ENDED;
    }
  }

  private long turns() throws IOException {
    return Long.parseLong(lineOf(turns).split(" ")[2]);
  }

  private String lineOf(RandomAccessFile file) throws IOException {
    file.seek(0);
    int length = file.read(line);
    if (length <= 0) {
      throw new EOFException("the thread has ended");
    }
    return new String(line, 0, length, StandardCharsets.US_ASCII).trim();
  }

  @Override
  public void close() throws IOException {
    if (stat != null) {
      stat.close();
    }
    if (turns != null) {
      turns.close();
    }
  }
}
