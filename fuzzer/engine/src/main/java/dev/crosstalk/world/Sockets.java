package dev.crosstalk.world;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Socket;
import java.net.SocketImpl;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Who makes what lies behind each {@link Socket} of this process: a world for the driver that runs
 * in it, else the JDK. A driver that blocks needs no other way into a world, whatever its version.
 * Owns the process's socket factory, once a world has asked for it.
 */
public final class Sockets {
  private static final List<Maker> MAKERS = new CopyOnWriteArrayList<>();
  private static boolean installed;

  private Sockets() {}

  /** A world that may have the caller's socket. */
  @FunctionalInterface
  public interface Maker {

    /** What lies behind the caller's new socket; empty when the caller is not of this world. */
    Optional<SocketImpl> make();
  }

  /**
   * Adds a maker, to be asked after those there are.
   *
   * @throws IllegalStateException when this JVM keeps its own sockets from us
   */
  @SuppressWarnings("deprecation") // The one way in that needs nothing of the driver.
  public static synchronized void add(Maker maker) {
    if (!installed) {
      MethodHandle platform = platform();
      try {
        Socket.setSocketImplFactory(() -> make(platform));
      } catch (java.io.IOException taken) {
        throw new IllegalStateException("another socket factory is installed", taken);
      }
      installed = true;
    }
    MAKERS.add(maker);
  }

  public static void remove(Maker maker) {
    MAKERS.remove(maker);
  }

  private static SocketImpl make(MethodHandle platform) {
    for (Maker maker : MAKERS) {
      Optional<SocketImpl> made = maker.make();
      if (made.isPresent()) {
        return made.get();
      }
    }
    try {
      return (SocketImpl) platform.invokeExact(false);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MethodHandle platform() {
    try {
      return MethodHandles.privateLookupIn(SocketImpl.class, MethodHandles.lookup())
          .findStatic(
              SocketImpl.class,
              "createPlatformSocketImpl",
              MethodType.methodType(SocketImpl.class, boolean.class))
          .asType(MethodType.methodType(SocketImpl.class, boolean.class));
    } catch (ReflectiveOperationException closed) {
      throw new IllegalStateException(
          "the JDK's sockets cannot be reached; start Java with"
              + " --add-opens java.base/java.net=ALL-UNNAMED",
          closed);
    }
  }
}
