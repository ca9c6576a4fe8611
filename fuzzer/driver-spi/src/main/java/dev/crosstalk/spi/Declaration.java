package dev.crosstalk.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * What a driver is.
 *
 * @param name lower case, as the command line takes it: {@code jedis}
 * @param version of the driver under test, as its jar states it
 * @param variants the ways to use it, at least one, each with a name of its own
 * @param released where other versions of it are to be had; empty when there are none
 */
public record Declaration(
    String name, String version, Kind kind, List<Variant> variants, Optional<Released> released) {

  public Declaration {
    if (!name.matches("[a-z][a-z0-9-]*")) {
      throw new IllegalArgumentException("driver name '" + name + "' is not [a-z][a-z0-9-]*");
    }
    variants = List.copyOf(variants);
    if (variants.isEmpty()) {
      throw new IllegalArgumentException("driver " + name + " declares no variant");
    }
    var names = new HashSet<String>();
    for (Variant variant : variants) {
      if (!names.add(variant.name())) {
        throw new IllegalArgumentException(name + " declares variant " + variant.name() + " twice");
      }
    }
  }

  /** Of a driver that has no other versions. */
  public Declaration(String name, String version, Kind kind, List<Variant> variants) {
    this(name, version, kind, variants, Optional.empty());
  }

  /**
   * The same, of a driver that is released.
   *
   * @param artifact see {@link Released#artifact}
   * @param versions see {@link Released#versions}
   */
  public Declaration released(String artifact, String versions) {
    return new Declaration(
        name, version, kind, variants, Optional.of(new Released(artifact, versions)));
  }
}
