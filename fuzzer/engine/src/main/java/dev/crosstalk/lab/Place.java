package dev.crosstalk.lab;

import dev.crosstalk.history.History;
import dev.crosstalk.replay.Patience;
import dev.crosstalk.replay.Replay;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.spi.Driver;
import dev.crosstalk.world.World;

/**
 * A world and the driver that lives in it.
 *
 * @param driver of the target, loaded for this world
 */
public record Place(Target target, Driver driver, World world) {

  /**
   * Runs a scenario once.
   *
   * @throws dev.crosstalk.replay.FuzzerDefect when something of ours went wrong
   */
  public History replay(Scenario scenario, Patience patience) {
    return Replay.run(target.subject(), driver, scenario, world, patience);
  }

  /** Whether a case has left something behind, so that the next one must run elsewhere. */
  public boolean isSoiled() {
    return world.isSoiled();
  }
}
