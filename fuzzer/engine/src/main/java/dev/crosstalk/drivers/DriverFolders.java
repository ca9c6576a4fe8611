package dev.crosstalk.drivers;

import dev.crosstalk.spi.Driver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Driver folders: a folder with {@code classes/}, which holds an adapter and its registration, and
 * {@code lib/} with the jars of the driver. No list of them exists; whatever is there is taken.
 */
public final class DriverFolders {

  private DriverFolders() {}

  /**
   * Loads every driver that a build has left under {@code home/drivers-under-test}.
   *
   * @param broken told of each folder whose driver cannot be loaded; the others are loaded anyway
   * @return by name; empty when nothing is built
   */
  public static List<LoadedDriver> loadAll(Path home, Consumer<DriverFolderException> broken) {
    Path parent = home.resolve("drivers-under-test");
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> modules = Files.list(parent)) {
      return modules
          .map(module -> module.resolve("target/driver"))
          .filter(folder -> Files.isDirectory(folder.resolve("classes")))
          .flatMap(folder -> loadOrTell(folder, broken).stream())
          .sorted(Comparator.comparing(driver -> driver.declaration().name()))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Optional<LoadedDriver> loadOrTell(
      Path folder, Consumer<DriverFolderException> broken) {
    try {
      return load(folder);
    } catch (DriverFolderException cannotBeLoaded) {
      broken.accept(cannotBeLoaded);
      return Optional.empty();
    }
  }

  /**
   * Loads one driver folder.
   *
   * @return empty when nothing in it is registered as a driver
   * @throws DriverFolderException when its driver cannot be loaded
   */
  public static Optional<LoadedDriver> load(Path folder) {
    return load(folder, Optional.empty());
  }

  /** The same, with another release of the driver in place of the one in the folder. */
  public static Optional<LoadedDriver> load(Path folder, Optional<Release> release) {
    String name = nameOf(folder, release);
    // Lives as long as the process: a driver's threads may load classes at any time.
    @SuppressWarnings("resource")
    var loader = new DriverClassLoader(name, classPath(folder, release));
    try {
      return ServiceLoader.load(Driver.class, loader)
          .findFirst()
          .map(driver -> new LoadedDriver(driver, driver.declaration(), folder, release));
    } catch (Exception | LinkageError | ServiceConfigurationError broken) {
      throw new DriverFolderException(folder, broken);
    }
  }

  /**
   * Loads the driver of a folder once more, to live in a simulated world: what is in {@code
   * simulated/} goes before the driver's own classes of the same name.
   */
  static Driver loadForSimulation(Path folder, Optional<Release> release, Rewriting rewriting) {
    String name = nameOf(folder, release);
    @SuppressWarnings("resource")
    var loader =
        new RewritingClassLoader(
            name + " simulated", simulatedClassPath(folder, release), rewriting);
    try {
      return ServiceLoader.load(Driver.class, loader).findFirst().orElseThrow();
    } catch (Exception | LinkageError | ServiceConfigurationError broken) {
      throw new DriverFolderException(folder, broken);
    }
  }

  private static String nameOf(Path folder, Optional<Release> release) {
    return folder.getParent().getParent().getFileName()
        + release.map(other -> "@" + other.name()).orElse("");
  }

  private static URL[] simulatedClassPath(Path folder, Optional<Release> release) {
    var urls = new ArrayList<URL>();
    try {
      for (Path jar : jars(folder.resolve("simulated"))) {
        urls.add(jar.toUri().toURL());
      }
      urls.addAll(List.of(classPath(folder, release)));
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return urls.toArray(URL[]::new);
  }

  private static URL[] classPath(Path folder, Optional<Release> release) {
    var urls = new ArrayList<URL>();
    try {
      urls.add(folder.resolve("classes").toUri().toURL());
      for (Path jar : libraries(folder, release)) {
        urls.add(jar.toUri().toURL());
      }
    } catch (MalformedURLException impossible) {
      throw new IllegalStateException(impossible);
    }
    return urls.toArray(URL[]::new);
  }

  private static List<Path> libraries(Path folder, Optional<Release> release) {
    return release
        .map(other -> other.libraries().stream().map(Path::of).toList())
        .orElseGet(() -> libraries(folder));
  }

  /** The jars of the driver that a folder was built with, and of its adapter; by their names. */
  public static List<Path> libraries(Path folder) {
    return jars(folder.resolve("lib"));
  }

  /** In the order of their names, so that a class path is the same each time. */
  private static List<Path> jars(Path lib) {
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
