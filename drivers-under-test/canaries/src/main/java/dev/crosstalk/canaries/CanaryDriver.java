package dev.crosstalk.canaries;

import dev.crosstalk.reference.Offer;
import dev.crosstalk.reference.ReferenceFamily;
import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Kind;
import java.util.List;

/** The canaries, one variant each. A new one is a class and a line here. */
public final class CanaryDriver extends ReferenceFamily {
  private static final List<Offer> CANARIES =
      List.of(
          Offer.blocking("torn-reply-survives-reconnect", TornReplySurvivesReconnect::new),
          Offer.blocking("late-reply-after-timeout", LateReplyAfterTimeout::new),
          Offer.pipelined("encode-failure-keeps-slot", EncodeFailureKeepsSlot::new),
          Offer.pipelined("push-eats-a-waiter", PushEatsWaiter::new),
          Offer.pipelined("call-never-completes", CallNeverCompletes::new),
          Offer.blocking("wrong-type", WrongType::new),
          Offer.pipelined("completes-twice", CompletesTwice::new),
          Offer.blocking("stays-broken", StaysBroken::new));

  /** On real sockets, found through {@link java.util.ServiceLoader}. */
  public CanaryDriver() {
    this(Platform.REAL);
  }

  public CanaryDriver(Platform platform) {
    super("canaries", Kind.CANARY, CANARIES, platform);
  }
}
