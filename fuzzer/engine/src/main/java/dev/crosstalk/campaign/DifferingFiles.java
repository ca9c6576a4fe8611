package dev.crosstalk.campaign;

import dev.crosstalk.history.History;
import dev.crosstalk.history.HistoryJson;
import dev.crosstalk.lab.Target;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Saves scenarios on which two worlds disagree, with the history of each, in a folder of theirs.
 */
final class DifferingFiles {
  /** Below a campaign's folder. */
  static final String FOLDER = "worlds-differ";

  private DifferingFiles() {}

  static void save(
      Path campaign,
      Target target,
      String seed,
      Scenario scenario,
      List<History> histories,
      List<String> differences) {
    Path folder = campaign.resolve(FOLDER);
    String stem = FindingFiles.stem(target.name()) + "-" + seed.substring(seed.indexOf('/') + 1);
    var file =
        new ScenarioFile(
            String.join("; ", differences),
            Optional.of(target.asked()),
            Optional.empty(),
            Optional.of("two worlds disagree; suspect ours, not the driver"),
            Optional.of(seed),
            scenario);
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(stem + FindingFiles.SCENARIO), ScenarioWriter.write(file));
      for (History history : histories) {
        Files.writeString(
            folder.resolve(stem + "." + history.world() + FindingFiles.HISTORY),
            HistoryJson.write(history));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot save what differs in " + folder, failed);
    }
  }
}
