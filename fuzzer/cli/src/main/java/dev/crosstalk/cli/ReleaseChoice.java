package dev.crosstalk.cli;

import dev.crosstalk.campaign.Fitting;
import dev.crosstalk.drivers.DriverFolderException;
import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.drivers.Release;
import dev.crosstalk.lab.Target;
import dev.crosstalk.releases.ReleaseException;
import dev.crosstalk.releases.Releases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Loads drivers in other versions than their folders were built with. */
final class ReleaseChoice {
  static final String OPTION = "--with";
  static final String LABEL = "GROUP:ARTIFACT:VERSION";
  static final String DESCRIPTION =
      "what the drivers are to have besides, or instead of their own version of it; may be"
          + " repeated";

  private final Console console;
  private final Supplier<Releases> releases;

  ReleaseChoice(Console console, Supplier<Releases> releases) {
    this.console = console;
    this.releases = releases;
  }

  /**
   * A driver in the version that a word asks for.
   *
   * @param where the option or file that says it
   * @throws UsageException when it is not to be had, or cannot be loaded
   */
  LoadedDriver load(String where, LoadedDriver built, DriverWord word) {
    Release release;
    try (Releases found = releases.get()) {
      release = found.find(built, word.wanted(), word.with());
    } catch (ReleaseException wrong) {
      String at = wrong.fault() == ReleaseException.Fault.WITH ? OPTION : where;
      throw new UsageException(at, wrong.getMessage(), wrong.accepted());
    }
    try {
      return DriverFolders.load(built.folder(), Optional.of(release)).orElseThrow();
    } catch (DriverFolderException broken) {
      throw new UsageException(
          where,
          word.name() + "@" + release.name() + " does not go with its adapter",
          "it ended with " + origin(broken));
    }
  }

  private static Throwable origin(Throwable thrown) {
    Throwable origin = thrown;
    while (origin.getCause() != null) {
      origin = origin.getCause();
    }
    return origin;
  }

  /**
   * Those of a driver's variants that its version has, as far as it has them; the others are told
   * of.
   *
   * @param targets all of one driver
   * @throws UsageException when it has none of them
   */
  List<Target> fitting(String where, List<Target> targets) {
    var fitting = new ArrayList<Target>();
    var lacking = new ArrayList<String>();
    for (Target target : targets) {
      switch (Fitting.of(target)) {
        case Fitting.Fit.Fits(Target fits) -> {
          tellOfLess(target, fits);
          fitting.add(fits);
        }
        case Fitting.Fit.Lacks(String why) ->
            lacking.add(target.name() + " is not supported by this version: " + why);
      }
    }
    if (fitting.isEmpty()) {
      throw new UsageException(where, String.join("; ", lacking), "name another version");
    }
    lacking.forEach(console::tell);
    return fitting;
  }

  private void tellOfLess(Target target, Target fits) {
    var less = new TreeSet<String>(target.variant().commands());
    less.removeAll(fits.variant().commands());
    target.variant().worlds().stream()
        .filter(world -> !fits.variant().runsIn(world))
        .forEach(world -> less.add("world " + world.label()));
    if (!less.isEmpty()) {
      console.tell(
          fits.name()
              + ": not supported by this version, and left out: "
              + String.join(", ", less));
    }
  }
}
