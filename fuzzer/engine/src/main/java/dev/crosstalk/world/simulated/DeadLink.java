package dev.crosstalk.world.simulated;

import dev.crosstalk.spi.Simulation.Link;

/** The driver's end of a connection that never came about. */
enum DeadLink implements Link {
  REFUSED;

  @Override
  public void write(byte[] bytes, int offset, int length) {
    // Nobody is there.
  }

  @Override
  public void close(boolean reset) {
    // Nothing is open.
  }
}
