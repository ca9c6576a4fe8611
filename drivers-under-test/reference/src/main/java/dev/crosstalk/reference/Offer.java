package dev.crosstalk.reference;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import java.util.function.Function;

/**
 * A variant together with what opens its sessions.
 *
 * @param sessions makes a session that has not connected yet
 */
public record Offer(Variant variant, Function<Setup, Session> sessions) {

  /** A variant in the manner of {@link BlockingSession}. */
  public static Offer blocking(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).build(), sessions);
  }

  /** A variant in the manner of {@link BatchSession}. */
  static Offer batched(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).pipeline().build(), sessions);
  }

  /** A variant in the manner of {@link TransactionSession}. */
  static Offer transactional(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).transaction().build(), sessions);
  }

  private static VariantBuilder onItsOwn(String name) {
    return anywhere(name).can(Capability.RESP3, Capability.RECONNECTS, Capability.USER_ENCODER);
  }

  private static VariantBuilder anywhere(String name) {
    return Variant.named(name)
        .commands(Commands.TABLE.names())
        .sendsAtConnect("HELLO", "AUTH", "SELECT")
        .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }

  /** A variant in the manner of {@link PipelinedSession}, with this kind of {@link Pipeline}. */
  public static Offer pipelined(String name, Function<Setup, Pipeline> pipelines) {
    return new Offer(
        anywhere(name)
            .async()
            .shared()
            .timeoutPerCall()
            .can(
                Capability.RESP3, Capability.CANCEL, Capability.RECONNECTS, Capability.USER_ENCODER)
            .build(),
        setup -> new PipelinedSession(setup, pipelines));
  }
}
