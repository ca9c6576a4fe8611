package dev.crosstalk.world.simulated;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.Socket;
import java.net.SocketImpl;

/**
 * Gives each {@link Socket} made inside a world a connection in memory, and any other the
 * platform's. Installed once for the process.
 */
final class WorldSockets {
  private static boolean installed;

  private WorldSockets() {}

  @SuppressWarnings("deprecation") // The one way in that needs nothing of the driver.
  static synchronized void install() throws IOException, ReflectiveOperationException {
    if (!installed) {
      MethodHandle platform = platformFactory();
      Socket.setSocketImplFactory(
          () -> {
            SimulatedWorld world = SimulatedWorld.current();
            return world == null ? make(platform) : new SimulatedSocket(world);
          });
      installed = true;
    }
  }

  private static MethodHandle platformFactory() throws ReflectiveOperationException {
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(SocketImpl.class, MethodHandles.lookup());
    return lookup.findStatic(
        SocketImpl.class,
        "createPlatformSocketImpl",
        MethodType.methodType(SocketImpl.class, boolean.class));
  }

  private static SocketImpl make(MethodHandle platform) {
    try {
      return (SocketImpl) (Object) platform.invoke(false);
    } catch (RuntimeException | Error thrown) {
      throw thrown;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
