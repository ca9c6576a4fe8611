package dev.crosstalk.spi;

import java.net.InetSocketAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * What a driver finds when it is opened.
 *
 * @param address where the server listens; always a loopback address
 * @param variant the {@link Variant#name()} to open
 * @param clock what the driver's timers are to go by; empty where that is the true clock
 * @param simulation the world around, where that is the simulated one; then also the clock
 * @param observer who is to be told of threads and connections; empty where nobody asks
 */
public record Surroundings(
    InetSocketAddress address,
    String variant,
    Settings settings,
    Optional<VirtualClock> clock,
    Optional<Simulation> simulation,
    Optional<Observer> observer) {

  public Surroundings {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(variant, "variant");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(simulation, "simulation");
    Objects.requireNonNull(observer, "observer");
  }

  /** On the true clock. */
  public Surroundings(InetSocketAddress address, String variant, Settings settings) {
    this(address, variant, settings, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
