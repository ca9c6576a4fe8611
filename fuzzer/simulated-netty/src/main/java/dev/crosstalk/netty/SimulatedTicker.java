package dev.crosstalk.netty;

import dev.crosstalk.spi.VirtualClock;
import io.netty.util.concurrent.Ticker;
import java.util.concurrent.TimeUnit;

/**
 * A loop's clock as handlers of Netty 4.2 ask for it; 4.1 has no such type and never loads this.
 */
final class SimulatedTicker {

  private SimulatedTicker() {}

  /** Typed as what it returns, so that verifying a caller loads no class that 4.1 lacks. */
  static Ticker of(VirtualClock clock) {
    return new Ticker() {
      @Override
      public long initialNanoTime() {
        return 0;
      }

      @Override
      public long nanoTime() {
        return clock.nanos();
      }

      @Override
      public void sleep(long delay, TimeUnit unit) throws InterruptedException {
        unit.sleep(delay);
      }
    };
  }
}
