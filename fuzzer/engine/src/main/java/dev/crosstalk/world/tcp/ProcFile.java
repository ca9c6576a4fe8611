package dev.crosstalk.world.tcp;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/**
 * A file of {@code /proc/self/task} that is read anew each time, by system calls: a channel would
 * be closed by an interrupt of whoever reads, and a file of the JDK's is read in two calls.
 */
@SuppressWarnings("restricted")
final class ProcFile implements AutoCloseable {
  /** What a number is that is not there, as none is of a thread that has ended. */
  static final long NONE = -1;

  private static final int LINE_BYTES_MAX = 128;
  private static final int CLOSED = -1;
  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle GETTID = handle("gettid", JAVA_INT);
  private static final MethodHandle OPEN = handle("open", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT, JAVA_INT);
  private static final MethodHandle PREAD =
      handle("pread", JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_LONG);

  private final MemorySegment line = Arena.ofAuto().allocate(LINE_BYTES_MAX);
  private int descriptor;

  private ProcFile(int descriptor) {
    this.descriptor = descriptor;
  }

  private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name), FunctionDescriptor.of(result, arguments));
  }

  /** Of the calling thread. */
  static int threadId() {
    try {
      return (int) GETTID.invokeExact();
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** One of a thread; there is nothing in it when that has ended. */
  static ProcFile ofThread(int threadId, String name) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment path = arena.allocateFrom("/proc/self/task/" + threadId + "/" + name);
      return new ProcFile((int) OPEN.invokeExact(path, 0));
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  synchronized boolean isOpen() {
    return descriptor >= 0;
  }

  /** So many bytes of its beginning as there are and fit in; none where the thread has ended. */
  private int read() {
    try {
      long count = (long) PREAD.invokeExact(descriptor, line, (long) LINE_BYTES_MAX, 0L);
      return (int) Math.max(0, count);
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Of {@code stat}: the state follows the name, which is in parentheses and may have some. */
  synchronized boolean isSleeping() {
    int at = read() - 1;
    while (at > 0 && line.get(JAVA_BYTE, at) != ')') {
      at--;
    }
    return at > 0 && line.get(JAVA_BYTE, at + 2L) == 'S';
  }

  /** Of {@code syscall}: the number of the call that the thread is in; none where it is in none. */
  synchronized long firstNumber() {
    return number(0, read());
  }

  /** Of {@code schedstat}: how often the thread was given a processor. */
  synchronized long thirdNumber() {
    int length = read();
    int at = 0;
    for (int spaces = 0; at < length && spaces < 2; at++) {
      if (line.get(JAVA_BYTE, at) == ' ') {
        spaces++;
      }
    }
    return number(at, length);
  }

  private long number(int from, int length) {
    long number = 0;
    int at = from;
    for (; at < length && Character.isDigit(line.get(JAVA_BYTE, at)); at++) {
      number = 10 * number + line.get(JAVA_BYTE, at) - '0';
    }
    return at == from ? NONE : number;
  }

  @Override
  public synchronized void close() {
    if (isOpen()) {
      try {
        int ignored = (int) CLOSE.invokeExact(descriptor);
      } catch (Throwable impossible) {
        throw new AssertionError(impossible);
      }
      descriptor = CLOSED;
    }
  }
}
