package dev.crosstalk.spi;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One way to use a driver, and what the driver promises when it is used so.
 *
 * @param name lower case, as the command line takes it: {@code pool}
 * @param commands the {@link Command#name() names} it has in its typed API
 * @param atConnect the commands it may send for itself first thing on a new connection, upper case:
 *     so that a handshake's PING is not taken for a caller's
 * @param forItself the commands it may send for itself at any time, upper case: to leave a
 *     connection as it found it, such as an UNWATCH before it goes back to its pool
 * @param openEnded the commands whose answer it waits for without a timeout, as documented: those
 *     that block at the server; a part of {@code commands}
 * @param delivery rows for what its documentation says about sending a command again; may be empty
 * @param losses what its API does not carry over; may be empty
 * @param ownDelayMax the longest pause that is the driver's own: back-off, housekeeping; zero when
 *     it has none. A wait for a pool slot does not count: it is to last one timeout at most
 * @param worlds where it runs; {@link WorldKind#REAL} always
 */
public record Variant(
    String name,
    SessionKind session,
    Calling calling,
    Sharing sharing,
    TimeoutScope timeoutScope,
    Set<Capability> capabilities,
    Set<String> commands,
    Set<String> atConnect,
    Set<String> forItself,
    Set<String> openEnded,
    List<DeliveryRule> delivery,
    Set<Loss> losses,
    Duration ownDelayMax,
    Set<WorldKind> worlds) {

  public Variant {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("variant name '" + name + "' is not [a-z][a-z0-9-]*");
    }
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(calling, "calling");
    Objects.requireNonNull(sharing, "sharing");
    Objects.requireNonNull(timeoutScope, "timeoutScope");
    Objects.requireNonNull(ownDelayMax, "ownDelayMax");
    capabilities = Set.copyOf(capabilities);
    commands = Set.copyOf(commands);
    atConnect = Set.copyOf(atConnect);
    forItself = Set.copyOf(forItself);
    openEnded = Set.copyOf(openEnded);
    delivery = List.copyOf(delivery);
    losses = Set.copyOf(losses);
    worlds = Set.copyOf(worlds);
    if (!worlds.contains(WorldKind.REAL)) {
      throw new IllegalArgumentException(
          "variant " + name + " runs in " + worlds + ", not in REAL");
    }
  }

  /** Whether a lane can start a command of that name. */
  public boolean takes(String command) {
    return commands.contains(command) || Block.words(session).contains(command);
  }

  public boolean can(Capability capability) {
    return capabilities.contains(capability);
  }

  /**
   * Whether what subscribes keeps its lane's thread, to listen, until nothing is subscribed to any
   * more: an open-ended call.
   */
  public boolean listensOnThread() {
    return calling == Calling.BLOCKING && can(Capability.SUBSCRIBES);
  }

  public boolean runsIn(WorldKind world) {
    return worlds.contains(world);
  }

  /** The same, with those alone of its commands and worlds; the real world is one of these. */
  public Variant fitting(Set<String> fittingCommands, Set<WorldKind> fittingWorlds) {
    return new Variant(
        name,
        session,
        calling,
        sharing,
        timeoutScope,
        capabilities,
        fittingCommands,
        atConnect,
        forItself,
        openEnded,
        delivery,
        losses,
        ownDelayMax,
        fittingWorlds);
  }

  /** Starts a variant that blocks, is not thread-safe and bounds each read: the plainest driver. */
  public static VariantBuilder named(String name) {
    return new VariantBuilder(name);
  }
}
