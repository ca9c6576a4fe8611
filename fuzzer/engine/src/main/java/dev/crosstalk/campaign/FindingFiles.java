package dev.crosstalk.campaign;

import dev.crosstalk.corpus.ScenarioFiles;
import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryFormatException;
import dev.crosstalk.history.HistoryJson;
import dev.crosstalk.lab.Target;
import dev.crosstalk.scenario.ScenarioWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Saves findings: the scenario, and beside it the history of one replay of it. */
public final class FindingFiles {
  static final String SCENARIO = ".crosstalk";
  static final String HISTORY = ".history.json";

  private FindingFiles() {}

  /** The file that a finding's history lies in. */
  public static Path historyOf(Path scenario) {
    String name = scenario.getFileName().toString();
    String stem =
        name.endsWith(SCENARIO) ? name.substring(0, name.length() - SCENARIO.length()) : name;
    return scenario.resolveSibling(stem + HISTORY);
  }

  /**
   * A file for a new finding in a campaign's folder; never one that is there already.
   *
   * @param target its name
   */
  static Path file(Path folder, String target, String invariant, int number) {
    String stem = stem(target) + "-" + invariant + "-";
    int free = number;
    while (Files.exists(folder.resolve(stem + free + SCENARIO))) {
      free++;
    }
    return folder.resolve(stem + free + SCENARIO);
  }

  /** What the names of a target's files begin with: {@code jedis-raw}. */
  static String stem(String target) {
    return target.replaceAll("[^A-Za-z0-9.@_-]+", "-");
  }

  /** Where the scenario that was to become that finding, and did not repeat, is kept. */
  static Path unconfirmed(Path scenario) {
    Path folder = scenario.resolveSibling("unconfirmed");
    String name = scenario.getFileName().toString();
    String stem = name.substring(0, name.length() - SCENARIO.length());
    Path file = folder.resolve(name);
    for (int more = 2; Files.exists(file); more++) {
      file = folder.resolve(stem + "-" + more + SCENARIO);
    }
    return file;
  }

  /** Writes both files, each whole or not at all; replaces older ones. */
  static void save(Finding finding) {
    save(finding, finding.file(), ScenarioWriter.write(finding.scenario()));
    save(finding, historyOf(finding.file()), HistoryJson.write(finding.history()));
  }

  /** Loads what reads findings: the first takes half a second else. */
  static void load() {
    try {
      History nothing = HistoryJson.read("{\"crosstalk-history\":1}");
    } catch (HistoryFormatException expected) {
      // That is all that was wanted.
    }
  }

  /**
   * Reads a finding that another process has saved.
   *
   * @param target on which it was found
   * @param saved what does not lie in its files
   */
  static Finding read(Target target, FuzzAnswer.Saved saved) {
    Path file = saved.path();
    try {
      return new Finding(
          target.subject(),
          saved.violations(),
          ScenarioFiles.read(file),
          HistoryJson.read(Files.readString(historyOf(file))),
          saved.hitRate(),
          saved.overTcp(),
          saved.stepsBefore(),
          saved.replays(),
          0,
          saved.after(),
          file);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot read the finding " + file, failed);
    }
  }

  private static void save(Finding finding, Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      write(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot save the finding " + finding.file(), failed);
    }
  }

  /** Takes back what {@link #save} wrote. */
  public static void delete(Finding finding) {
    try {
      Files.deleteIfExists(finding.file());
      Files.deleteIfExists(historyOf(finding.file()));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot delete the finding " + finding.file(), failed);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.writeString(part, text);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
