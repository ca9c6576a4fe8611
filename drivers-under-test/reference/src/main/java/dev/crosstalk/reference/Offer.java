package dev.crosstalk.reference;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Variant;
import java.util.function.Function;

/**
 * A variant together with what opens its sessions.
 *
 * @param sessions makes a session that has not connected yet
 */
public record Offer(Variant variant, Function<Setup, Session> sessions) {

  /** A variant in the manner of {@link BlockingSession}. */
  public static Offer blocking(String name, Function<Setup, Session> sessions) {
    return new Offer(
        Variant.named(name)
            .can(Capability.RESP3, Capability.RECONNECTS, Capability.USER_ENCODER)
            .commands(Commands.TABLE.names())
            .sendsAtConnect("HELLO", "AUTH", "SELECT")
            .build(),
        sessions);
  }

  /** A variant in the manner of {@link PipelinedSession}, with this kind of {@link Pipeline}. */
  public static Offer pipelined(String name, Function<Setup, Pipeline> pipelines) {
    return new Offer(
        Variant.named(name)
            .async()
            .shared()
            .timeoutPerCall()
            .can(
                Capability.RESP3, Capability.CANCEL, Capability.RECONNECTS, Capability.USER_ENCODER)
            .commands(Commands.TABLE.names())
            .sendsAtConnect("HELLO", "AUTH", "SELECT")
            .build(),
        setup -> new PipelinedSession(setup, pipelines));
  }
}
