package dev.crosstalk.lab;

import dev.crosstalk.drivers.Release;
import dev.crosstalk.spi.WorldKind;
import java.util.Optional;
import java.util.Set;

/**
 * What one process tells another for it to load the same target.
 *
 * @param name of the target
 * @param folder of its driver
 * @param release that takes the place of the one in the folder
 * @param variant its name
 * @param commands of the variant, those alone that the release has
 * @param worlds of the variant, those alone that the release runs in
 */
public record TargetReference(
    String name,
    String folder,
    Optional<Release> release,
    String variant,
    Set<String> commands,
    Set<WorldKind> worlds) {

  public TargetReference {
    commands = Set.copyOf(commands);
    worlds = Set.copyOf(worlds);
  }
}
