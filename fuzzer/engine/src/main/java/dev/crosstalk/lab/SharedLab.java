package dev.crosstalk.lab;

import dev.crosstalk.spi.WorldKind;
import dev.crosstalk.world.World;
import java.util.OptionalInt;
import java.util.function.Function;

/** One place for many cases at a time, each on threads of its own. */
public final class SharedLab implements Lab {
  private final Place place;

  /**
   * A lab in a world that others may use, too; warm.
   *
   * @throws dev.crosstalk.replay.FuzzerDefect when the first cases fail for a mistake of ours
   */
  public SharedLab(Target target, World world) {
    this.place = new Place(target, target.driver().driver(), world);
    WarmUp.run(place);
  }

  @Override
  public Target target() {
    return place.target();
  }

  @Override
  public WorldKind kind() {
    return place.world().kind();
  }

  @Override
  public OptionalInt places() {
    return OptionalInt.empty();
  }

  @Override
  public <T> T at(Function<Place, T> task) {
    return task.apply(place);
  }

  @Override
  public void close() {
    // The world is its owner's to close.
  }
}
