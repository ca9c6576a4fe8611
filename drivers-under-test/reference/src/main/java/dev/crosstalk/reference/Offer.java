package dev.crosstalk.reference;

import dev.crosstalk.spi.Capability;
import dev.crosstalk.spi.Session;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.VariantBuilder;
import dev.crosstalk.spi.WorldKind;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * A variant together with what opens its sessions.
 *
 * @param sessions makes a session that has not connected yet
 */
public record Offer(Variant variant, Function<Setup, Session> sessions) {

  /** A variant in the manner of {@link BlockingSession}. */
  public static Offer blocking(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).commands(ofOneLane()).build(), sessions);
  }

  /** A variant in the manner of {@link BatchSession}. */
  public static Offer batched(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).commands(ofOneLane()).pipeline().build(), sessions);
  }

  /** A variant in the manner of {@link TransactionSession}. */
  public static Offer transactional(String name, Function<Setup, Session> sessions) {
    return new Offer(onItsOwn(name).transaction().build(), sessions);
  }

  private static VariantBuilder onItsOwn(String name) {
    return anywhere(name)
        .commands(Commands.TABLE.names())
        .can(
            Capability.RESP3,
            Capability.RECONNECTS,
            Capability.NAMES,
            Capability.USER_ENCODER,
            Capability.USER_DECODER);
  }

  private static VariantBuilder anywhere(String name) {
    return Variant.named(name)
        .sendsAtConnect("HELLO", "AUTH", "SELECT")
        .alsoIn(WorldKind.SIMULATED, WorldKind.FIRED);
  }

  /** What means something where there are no transactions. */
  private static Set<String> ofOneLane() {
    var names = new TreeSet<>(Commands.TABLE.names());
    names.removeAll(Commands.OF_TRANSACTIONS);
    return names;
  }

  /** Lanes that share a connection cannot each have a state of it. */
  private static Set<String> shareable() {
    Set<String> names = ofOneLane();
    names.removeAll(Commands.OF_ONE_LANE);
    return names;
  }

  /** A variant whose lanes each subscribe on a pipeline of their own, of this kind. */
  public static Offer subscribing(String name, Function<Setup, Pipeline> pipelines) {
    var commands = shareable();
    commands.addAll(Commands.SUBSCRIBING);
    return new Offer(
        anywhere(name)
            .async()
            .timeoutPerCall()
            .commands(commands)
            .can(
                Capability.RESP3,
                Capability.CANCEL,
                Capability.FUTURES,
                Capability.RECONNECTS,
                Capability.NAMES,
                Capability.USER_ENCODER,
                Capability.SUBSCRIBES)
            .build(),
        setup -> new PipelinedSession(setup, pipelines));
  }

  /** A variant in the manner of {@link PipelinedSession}, with this kind of {@link Pipeline}. */
  public static Offer pipelined(String name, Function<Setup, Pipeline> pipelines) {
    return new Offer(
        anywhere(name)
            .async()
            .shared()
            .timeoutPerCall()
            .commands(shareable())
            .can(
                Capability.RESP3,
                Capability.CANCEL,
                Capability.FUTURES,
                Capability.RECONNECTS,
                Capability.NAMES,
                Capability.USER_ENCODER,
                Capability.USER_DECODER)
            .build(),
        setup -> new PipelinedSession(setup, pipelines));
  }
}
