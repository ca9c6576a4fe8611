package dev.crosstalk.spi;

/** A call that was started and may still be open. */
@FunctionalInterface
public interface InFlight {

  /** The handle of a call that had ended when {@link Session#start} returned. */
  InFlight ENDED = () -> {};

  /** Cancels the call the way the driver's users do. Does nothing on a call that has ended. */
  void cancel();
}
