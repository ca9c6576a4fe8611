package dev.crosstalk.reference;

import dev.crosstalk.reference.platform.Platform;
import dev.crosstalk.spi.Kind;
import java.util.List;

/** The driver in which nothing may be found. */
public final class ReferenceDriver extends ReferenceFamily {

  /** On real sockets, found through {@link java.util.ServiceLoader}. */
  public ReferenceDriver() {
    this(Platform.REAL);
  }

  public ReferenceDriver(Platform platform) {
    super(
        "reference",
        Kind.REFERENCE,
        List.of(
            Offer.blocking("blocking", BlockingSession::new),
            Offer.pipelined("pipelined", Pipeline::new),
            Offer.batched("pipeline", BatchSession::new),
            Offer.transactional("transaction", TransactionSession::new),
            Offer.transactional("borrowed", BorrowedSession::new),
            Offer.subscribing("pubsub", SubscribingPipeline::new)),
        platform);
  }
}
