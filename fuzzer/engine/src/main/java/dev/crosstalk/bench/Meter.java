package dev.crosstalk.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** Takes samples while something runs: one when it is warm, and some more until the end. */
final class Meter {
  private static final int SLICES = 5;

  private final LongSupplier wallNanos;
  private final LongSupplier cpuNanos;
  private final Duration warmUp;
  private final Duration measured;
  private final List<Sample> samples = new ArrayList<>();
  private final long startNanos;

  /**
   * A meter that starts now.
   *
   * @param cpuNanos see {@link CpuClock#nanos()}
   */
  Meter(LongSupplier wallNanos, LongSupplier cpuNanos, Duration warmUp, Duration measured) {
    this.wallNanos = wallNanos;
    this.cpuNanos = cpuNanos;
    this.warmUp = warmUp;
    this.measured = measured;
    this.startNanos = wallNanos.getAsLong();
  }

  /** Called often, with how much is done so far. */
  void tick(long done) {
    // Asked each time: a compiler's thread may end between two samples.
    long cpu = cpuNanos.getAsLong();
    long elapsed = elapsedNanos();
    if (!isComplete() && elapsed >= nextNanos()) {
      samples.add(new Sample(elapsed, done, cpu));
    }
  }

  /** Whether nothing more is needed. */
  boolean isComplete() {
    return !samples.isEmpty()
        && samples.getLast().nanos() - samples.getFirst().nanos() >= measured.toNanos();
  }

  Speed speed() {
    return Speed.of(samples);
  }

  /** At the latest then; where ticks are rarer than slices, at the next tick. */
  private long nextNanos() {
    return samples.isEmpty()
        ? warmUp.toNanos()
        : samples.getLast().nanos() + measured.toNanos() / SLICES;
  }

  private long elapsedNanos() {
    return wallNanos.getAsLong() - startNanos;
  }
}
