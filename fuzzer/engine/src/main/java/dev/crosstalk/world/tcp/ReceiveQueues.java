package dev.crosstalk.world.tcp;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;

/**
 * How many bytes lie unread in a socket of this very process, asked of the kernel by {@code
 * ioctl(FIONREAD)} on the driver's own descriptor (ioctl_tty(2), Linux; 0.4 us). A descriptor is
 * found by its pair of addresses, and checked again at each use, since numbers are used anew.
 */
@SuppressWarnings("restricted")
final class ReceiveQueues {
  private static final long FIONREAD = 0x541BL;
  private static final short AF_INET = 2;
  private static final short AF_INET6 = 10;
  private static final int ADDRESS_BYTES = 28;
  private static final ValueLayout.OfInt NETWORK_INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort NETWORK_SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int GAP_MAX = 2_048;
  private static final int DESCRIPTOR_MAX = 65_536;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MethodHandle IOCTL =
      LINKER.downcallHandle(
          LINKER.defaultLookup().findOrThrow("ioctl"),
          FunctionDescriptor.of(
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_INT,
              ValueLayout.JAVA_LONG,
              ValueLayout.ADDRESS),
          Linker.Option.firstVariadicArg(2));
  private static final MethodHandle GETSOCKNAME = nameOf("getsockname");
  private static final MethodHandle GETPEERNAME = nameOf("getpeername");
  private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

  private ReceiveQueues() {}

  private static MethodHandle nameOf(String function) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(function),
        FunctionDescriptor.of(
            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS));
  }

  /** Memory of one thread for the calls' answers. */
  private static final class Scratch {
    final MemorySegment address = Arena.ofAuto().allocate(ADDRESS_BYTES, 8);
    final MemorySegment length = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);
    final MemorySegment count = Arena.ofAuto().allocate(ValueLayout.JAVA_INT);
  }

  /**
   * The descriptor of the driver's end of a connection.
   *
   * @param driver the driver's own address, which the server sees as the peer
   * @param server the server's address
   * @return empty when this process has none (any more)
   */
  static OptionalInt find(InetSocketAddress driver, InetSocketAddress server) {
    int gap = 0;
    for (int descriptor = 3; descriptor < DESCRIPTOR_MAX && gap < GAP_MAX; descriptor++) {
      long own = end(GETSOCKNAME, descriptor);
      gap = own == NO_SOCKET ? gap + 1 : 0;
      if (own == end(driver) && end(GETPEERNAME, descriptor) == end(server)) {
        return OptionalInt.of(descriptor);
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Bytes that wait to be read.
   *
   * @return empty when the descriptor is no longer this connection
   */
  static OptionalInt unread(int descriptor, InetSocketAddress driver, InetSocketAddress server) {
    if (end(GETSOCKNAME, descriptor) != end(driver)
        || end(GETPEERNAME, descriptor) != end(server)) {
      return OptionalInt.empty();
    }
    MemorySegment count = SCRATCH.get().count;
    try {
      int failed = (int) IOCTL.invokeExact(descriptor, FIONREAD, count);
      return failed == 0 ? OptionalInt.of(count.get(ValueLayout.JAVA_INT, 0)) : OptionalInt.empty();
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Whether a descriptor still is the driver's end of a connection, which may have ended. */
  static boolean isHeld(int descriptor, InetSocketAddress driver) {
    return end(GETSOCKNAME, descriptor) == end(driver);
  }

  private static final long NO_SOCKET = -1;
  private static final long OTHER_SOCKET = -2;

  /** Address and port in one number: IPv4 in the upper bits, also where it is mapped to IPv6. */
  private static long end(MethodHandle function, int descriptor) {
    Scratch scratch = SCRATCH.get();
    scratch.length.set(ValueLayout.JAVA_INT, 0, ADDRESS_BYTES);
    scratch.address.set(ValueLayout.JAVA_SHORT, 0, (short) 0);
    try {
      int failed = (int) function.invokeExact(descriptor, scratch.address, scratch.length);
      if (failed != 0) {
        return NO_SOCKET;
      }
    } catch (Throwable impossible) {
      throw new AssertionError(impossible);
    }
    return switch (scratch.address.get(ValueLayout.JAVA_SHORT, 0)) {
      case AF_INET -> end(scratch.address, 4);
      case AF_INET6 -> end(scratch.address, 20);
      default -> OTHER_SOCKET;
    };
  }

  private static long end(MemorySegment address, long offset) {
    long ip = Integer.toUnsignedLong(address.get(NETWORK_INT, offset));
    return ip << 16 | Short.toUnsignedInt(address.get(NETWORK_SHORT, 2));
  }

  private static long end(InetSocketAddress address) {
    byte[] bytes = address.getAddress().getAddress();
    long ip = Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt());
    return ip << 16 | address.getPort();
  }
}
