package dev.crosstalk.spi;

import java.util.HashSet;
import java.util.List;

/**
 * What a driver is.
 *
 * @param name lower case, as the command line takes it: {@code jedis}
 * @param version of the driver under test, as its jar states it
 * @param variants the ways to use it, at least one, each with a name of its own
 */
public record Declaration(String name, String version, Kind kind, List<Variant> variants) {

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
}
