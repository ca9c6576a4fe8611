package dev.crosstalk.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Measures what the machine can do without us. On channels, which no world stands behind. */
final class RawLimitTiming {
  private static final long TICK_NANOS = 50_000_000;

  private final CpuClock cpu;
  private final Duration warmUp;
  private final Duration measured;

  RawLimitTiming(CpuClock cpu, Duration warmUp, Duration measured) {
    this.cpu = cpu;
    this.warmUp = warmUp;
    this.measured = measured;
  }

  RawLimit run() {
    try (var connecting = new Connecting();
        var pingPong = new PingPong()) {
      return new RawLimit(speedOf(connecting::connect), speedOf(pingPong::roundTrip));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Speed speedOf(Runnable once) {
    var meter = new Meter(System::nanoTime, cpu::nanos, warmUp, measured);
    long done = 0;
    long tickAt = System.nanoTime();
    while (!meter.isComplete()) {
      once.run();
      done++;
      if (System.nanoTime() - tickAt >= 0) {
        meter.tick(done);
        tickAt += TICK_NANOS;
      }
    }
    return meter.speed();
  }
}
