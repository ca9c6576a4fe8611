package dev.crosstalk.corpus;

import dev.crosstalk.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenarios kept in a folder, in the order of their file names. */
public record Corpus(List<Entry> entries) {
  private static final String SUFFIX = ".crosstalk";

  /** One saved scenario. */
  public record Entry(Path file, ScenarioFile scenario) {

    /** Whether it was saved for a driver, or for that variant of it: {@code jedis/raw}. */
    public boolean isFor(String driver, String variant) {
      return scenario
          .driver()
          .filter(name -> name.equals(driver) || name.equals(driver + "/" + variant))
          .isPresent();
    }
  }

  public Corpus {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a folder.
   *
   * @throws UncheckedIOException when it cannot be read
   * @throws dev.crosstalk.scenario.ScenarioSyntaxException when a file in it is not a scenario
   */
  public static Corpus read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return new Corpus(
          files
              .filter(file -> file.toString().endsWith(SUFFIX))
              .sorted()
              .map(file -> new Entry(file, readFile(file)))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read the corpus " + folder, unreadable);
    }
  }

  /** Those saved for a driver, in whichever of its variants. */
  public List<Entry> of(String driver) {
    return entries.stream()
        .filter(
            entry ->
                entry
                    .scenario()
                    .driver()
                    .filter(name -> name.equals(driver) || name.startsWith(driver + "/"))
                    .isPresent())
        .toList();
  }

  /** Those saved for a driver in one of its variants. */
  public List<Entry> of(String driver, String variant) {
    return entries.stream().filter(entry -> entry.isFor(driver, variant)).toList();
  }

  private static ScenarioFile readFile(Path file) {
    try {
      return ScenarioFiles.read(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }
}
