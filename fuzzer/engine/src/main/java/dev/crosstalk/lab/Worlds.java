package dev.crosstalk.lab;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.spi.Variant;
import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.World;
import dev.crosstalk.world.simulated.SimulatedWorld;
import dev.crosstalk.world.tcp.FiredWorld;
import dev.crosstalk.world.tcp.RealWorld;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Opens labs in the worlds that were asked for; owns those that labs share. */
public final class Worlds implements AutoCloseable {
  private final List<WorldKind> wanted;
  private final int places;
  private final Rewriting rewriting;
  private final Map<WorldKind, World> shared = new EnumMap<>(WorldKind.class);

  /**
   * Worlds, opened when first needed.
   *
   * @param wanted the kinds that will do, the best first; empty for the best that a variant has
   * @param places simulated worlds side by side
   */
  public Worlds(List<WorldKind> wanted, int places) {
    this(wanted, places, Rewriting.WORLD_MONITORS);
  }

  /** The same, where drivers in simulated worlds are rewritten as is said. */
  public Worlds(List<WorldKind> wanted, int places, Rewriting rewriting) {
    this.wanted = List.copyOf(wanted);
    this.places = places;
    this.rewriting = rewriting;
  }

  /** As many simulated worlds as there are processors. */
  public Worlds(List<WorldKind> wanted) {
    this(wanted, Runtime.getRuntime().availableProcessors());
  }

  /** That one world, whatever the variant says of it. */
  public static Worlds only(World world) {
    var worlds = new Worlds(List.of(world.kind()), 1);
    worlds.shared.put(world.kind(), world);
    return worlds;
  }

  /**
   * The kind of world that a variant's cases run in.
   *
   * @throws WorldUnavailableException when it has none of those asked for, or this JVM has not
   */
  public WorldKind kindFor(Target target) {
    List<WorldKind> possible = possible(target.variant());
    for (WorldKind kind : possible) {
      Optional<String> missing = missing(kind);
      if (missing.isEmpty()) {
        return kind;
      }
      if (possible.getLast() == kind || wanted.isEmpty()) {
        throw new WorldUnavailableException(missing.get());
      }
    }
    throw new WorldUnavailableException(
        target.name()
            + " has no "
            + names(wanted)
            + " world; it has "
            + names(of(target.variant())));
  }

  private List<WorldKind> possible(Variant variant) {
    return wanted.isEmpty()
        ? of(variant)
        : wanted.stream().filter(kind -> variant.runsIn(kind) || shared.containsKey(kind)).toList();
  }

  private static List<WorldKind> of(Variant variant) {
    return Arrays.stream(WorldKind.values()).filter(variant::runsIn).toList();
  }

  private static String names(List<WorldKind> kinds) {
    return String.join(", ", kinds.stream().map(WorldKind::label).toList());
  }

  private static Optional<String> missing(WorldKind kind) {
    return kind == WorldKind.SIMULATED ? SimulatedWorld.missing() : Optional.empty();
  }

  /** A lab for a target in the kind of world that {@link #kindFor} says. */
  public Lab lab(Target target) {
    return lab(target, kindFor(target));
  }

  /** Whether there is a world nearer to reality than a lab's, to confirm what that one shows. */
  public boolean canConfirm(Lab lab) {
    return lab.kind() == WorldKind.SIMULATED && lab.target().variant().runsIn(WorldKind.FIRED);
  }

  /** A lab in that nearer world, for a lab that {@link #canConfirm} says yes of. */
  public Lab confirming(Lab lab) {
    return lab(lab.target(), WorldKind.FIRED);
  }

  private Lab lab(Target target, WorldKind kind) {
    return kind == WorldKind.SIMULATED
        ? new SimulatedLab(target, places, rewriting)
        : new SharedLab(target, shared(kind));
  }

  private synchronized World shared(WorldKind kind) {
    return shared.computeIfAbsent(
        kind, it -> it == WorldKind.FIRED ? new FiredWorld() : new RealWorld());
  }

  @Override
  public synchronized void close() {
    shared.values().forEach(World::close);
  }
}
