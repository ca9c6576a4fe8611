package dev.crosstalk.bench;

import dev.crosstalk.drivers.Rewriting;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.spi.WorldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where cases are timed.
 *
 * @param rewriting of drivers, where the world is simulated
 */
public record Ground(WorldKind world, Rewriting rewriting) {

  /** All there are by some worlds and rewritings, in the order of both. */
  static List<Ground> of(List<WorldKind> worlds, List<Rewriting> rewritings) {
    var grounds = new ArrayList<Ground>();
    for (WorldKind world : worlds) {
      if (world == WorldKind.SIMULATED) {
        rewritings.forEach(rewriting -> grounds.add(new Ground(world, rewriting)));
      } else {
        grounds.add(new Ground(world, Rewriting.WORLD_MONITORS));
      }
    }
    return grounds;
  }

  /** {@code fired}; {@code simulated, jdk-monitors} where that is not as campaigns have it. */
  public String label() {
    return rewriting == Rewriting.WORLD_MONITORS
        ? world.label()
        : world.label() + ", " + labelOf(rewriting);
  }

  /** {@code jdk-monitors}, as the command line takes it. */
  public static String labelOf(Rewriting rewriting) {
    return rewriting.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As many simulated worlds as there are processors. */
  Worlds open() {
    return new Worlds(List.of(world), Runtime.getRuntime().availableProcessors(), rewriting);
  }
}
