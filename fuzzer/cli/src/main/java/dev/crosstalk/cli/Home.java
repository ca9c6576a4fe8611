package dev.crosstalk.cli;

import dev.crosstalk.drivers.DriverFolders;
import dev.crosstalk.drivers.LoadedDriver;
import dev.crosstalk.releases.Releases;
import dev.crosstalk.report.Places;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The checkout that Crosstalk runs from: its drivers and reports. */
record Home(Path folder) {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  /** As the launcher says; else the working directory. */
  static Home ofProcess() {
    String given = System.getProperty("crosstalk.home", "");
    return new Home(Path.of(given).toAbsolutePath().normalize());
  }

  /** Every driver that is built and can be loaded, by name; those that cannot are told of. */
  List<LoadedDriver> drivers(Console console) {
    List<LoadedDriver> drivers =
        DriverFolders.loadAll(folder, broken -> console.tell(broken.getMessage()));
    if (drivers.isEmpty()) {
      throw new UsageException(
          "no driver is built in "
              + folder.resolve("drivers-under-test")
              + "; start Crosstalk by its launcher, or build it: mvn package");
    }
    return drivers;
  }

  /**
   * A choice among them, and among all their versions.
   *
   * @param with see {@link DriverChoice}
   */
  DriverChoice choice(Console console, List<String> with) {
    return new DriverChoice(drivers(console), new ReleaseChoice(console, Releases::ofUser), with);
  }

  Path reports(LocalDateTime now, String name) {
    return folder.resolve("reports").resolve(STAMP.format(now) + "-" + name);
  }

  Places places() {
    return new Places(folder);
  }
}
