package dev.crosstalk.cli;

import dev.crosstalk.releases.Wanted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code --driver} says, or the header of a scenario.
 *
 * @param name of the driver
 * @param wanted the version asked for
 * @param variant empty for all
 * @param with artifacts asked for besides, as {@code --with} takes them
 */
record DriverWord(String name, Wanted wanted, Optional<String> variant, List<String> with) {
  static final String LABEL = "NAME[@VERSION][/VARIANT]";

  static final String VERSIONS = "VERSION is one that is released, latest, or file:PATH.jar";

  private static final String ACCEPTED = "it takes " + LABEL + "; " + VERSIONS;

  /** A path may have slashes: it ends behind the last {@code .jar} that can be its end. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?<name>[^@/\\s]+)(@(file:(?<jar>.+\\.jar)|(?<version>[^@/\\s:]+)))?(/(?<variant>[^@/\\s]*))?");

  private static final String WITH = " with ";

  DriverWord {
    with = List.copyOf(with);
  }

  /**
   * Reads {@code NAME[@VERSION][/VARIANT] [with ARTIFACT ...]}.
   *
   * @param where the option or file that says it
   * @throws UsageException when it is something else
   */
  static DriverWord parse(String where, String text) {
    String[] parts = text.split(WITH, -1);
    Matcher matcher = FORM.matcher(parts[0].strip());
    if (!matcher.matches()) {
      throw new UsageException(where, "'" + text + "' is no driver", ACCEPTED);
    }
    return new DriverWord(
        matcher.group("name"),
        wanted(Optional.ofNullable(matcher.group("jar")), matcher.group("version")),
        Optional.ofNullable(matcher.group("variant")),
        List.of(parts).subList(1, parts.length));
  }

  private static Wanted wanted(Optional<String> jar, String version) {
    if (jar.isPresent()) {
      return new Wanted.Jar(Path.of(jar.get()));
    }
    if (version == null) {
      return new Wanted.Declared();
    }
    return version.equals("latest") ? new Wanted.Latest() : new Wanted.Version(version);
  }

  /** The same, with more artifacts asked for. */
  DriverWord and(List<String> more) {
    var all = new ArrayList<>(with);
    all.addAll(more);
    return new DriverWord(name, wanted, variant, all);
  }

  /** Whether it means the driver as its folder was built. */
  boolean isBuilt() {
    return wanted instanceof Wanted.Declared && with.isEmpty();
  }
}
