package dev.crosstalk.releases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionScheme;

/** Versions as Maven orders them. */
final class Versions {
  private static final VersionScheme SCHEME = new GenericVersionScheme();

  /** As in {@code 8.0.0-beta1}, {@code 7.0.0.RC2}, {@code 3.1.0-m1}, {@code 9.0-SNAPSHOT}. */
  private static final Pattern EARLY =
      Pattern.compile(
          "(?i).*[.-](alpha|beta|m|milestone|rc|cr|ea|preview|snapshot)[.-]?[0-9]*([.-].*)?");

  private Versions() {}

  /**
   * Whether a version lies in one of several ranges.
   *
   * @param ranges as {@link dev.crosstalk.spi.Released#versions}
   */
  static boolean covers(String ranges, String version) {
    try {
      return SCHEME.parseVersionConstraint(ranges).containsVersion(parsed(version));
    } catch (InvalidVersionSpecificationException malformed) {
      throw new IllegalStateException("a driver declares the versions " + ranges, malformed);
    }
  }

  /** The newest that is meant for everybody, of versions in any order. */
  static Optional<String> newest(Collection<String> versions) {
    return versions.stream()
        .filter(version -> !EARLY.matcher(version).matches())
        .map(Versions::parsed)
        .max(Version::compareTo)
        .map(Version::toString);
  }

  /** The nearest to one that is not among them, oldest first: so many on either side. */
  static List<String> near(Collection<String> versions, String missing, int each) {
    var sorted = new TreeMap<Version, String>();
    versions.forEach(version -> sorted.put(parsed(version), version));
    var older = new ArrayList<>(sorted.headMap(parsed(missing)).values());
    var newer = new ArrayList<>(sorted.tailMap(parsed(missing)).values());
    var near = new ArrayList<>(older.subList(Math.max(0, older.size() - each), older.size()));
    near.addAll(newer.subList(0, Math.min(each, newer.size())));
    return near;
  }

  private static Version parsed(String version) {
    try {
      return SCHEME.parseVersion(version);
    } catch (InvalidVersionSpecificationException impossible) {
      throw new IllegalStateException("the scheme takes any text", impossible);
    }
  }
}
