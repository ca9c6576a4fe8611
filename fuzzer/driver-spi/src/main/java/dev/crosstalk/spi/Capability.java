package dev.crosstalk.spi;

/** What a variant can do beyond starting commands. A step that needs more does nothing. */
public enum Capability {
  /** Speaks RESP3 when asked to. */
  RESP3,
  /** {@link InFlight#cancel} means something. */
  CANCEL,
  /**
   * What a user has of a call is a {@link java.util.concurrent.CompletableFuture} that is the
   * driver's own, so that {@link InFlight#giveUp} and {@link InFlight#complete} mean something.
   */
  FUTURES,
  /**
   * Keeps replies, and answers later calls in the same words with them until the server invalidates
   * them. Speaks RESP3 whatever it is asked to, by which alone it hears of that.
   */
  CACHES,
  /** A session finds its way back after its connection is lost, without being opened again. */
  RECONNECTS,
  /**
   * Names each connection as {@link Settings#clientName} says before it runs calls there, after a
   * reconnect, too. Who cannot is told no name.
   */
  NAMES,
  /** Arguments pass through a codec of the user's, so {@link UserCode} marks are honoured. */
  USER_ENCODER,
  /**
   * A session takes the words of {@link Subscribing}, and tells its {@link Listener} what comes,
   * each message once. What its API returns for them is not judged, only that and when they end.
   */
  SUBSCRIBES,
  /**
   * Values pass through a decoder of the user's, so {@link UserCode} marks in them are honoured.
   */
  USER_DECODER
}
