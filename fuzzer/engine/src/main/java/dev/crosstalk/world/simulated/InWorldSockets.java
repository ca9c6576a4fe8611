package dev.crosstalk.world.simulated;

import dev.crosstalk.world.Sockets;
import java.util.Optional;

/** Sockets made on a simulated world's thread are in its memory. */
final class InWorldSockets {
  static {
    Sockets.add(() -> Optional.ofNullable(SimulatedWorld.current()).map(SimulatedSocket::new));
  }

  private InWorldSockets() {}

  static void install() {
    // Done once, by the static initialiser.
  }
}
