package dev.crosstalk.spi;

import java.util.concurrent.CompletableFuture;

/** A call that was started and may still be open. */
@FunctionalInterface
public interface InFlight {

  /** The handle of a call that had ended when {@link Session#start} returned. */
  InFlight ENDED = () -> {};

  /** Cancels the call the way the driver's users do. Does nothing on a call that has ended. */
  void cancel();

  /**
   * The caller has waited long enough, as by a {@code get} with a timeout: the driver is not told,
   * and the call runs on. Asked of variants with {@link Capability#FUTURES}.
   */
  default void giveUp() {}

  /**
   * The caller's own timeout completes the driver's future. Does nothing on one that is complete.
   * Asked of variants with {@link Capability#FUTURES}.
   */
  default void complete(CallersWord word) {}

  /** The handle of a call whose future, the driver's own and no copy, is in the caller's hands. */
  static InFlight of(CompletableFuture<?> future) {
    return new FutureInHand(future);
  }
}
