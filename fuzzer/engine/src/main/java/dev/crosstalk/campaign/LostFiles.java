package dev.crosstalk.campaign;

import dev.crosstalk.generate.Vocabulary;
import dev.crosstalk.lab.Target;
import dev.crosstalk.scenario.Scenario;
import dev.crosstalk.scenario.ScenarioFile;
import dev.crosstalk.scenario.ScenarioWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Saves the scenarios of cases that did not come back, in a folder of theirs. */
final class LostFiles {
  /** Below a campaign's folder. */
  static final String FOLDER = "lost";

  private LostFiles() {}

  /**
   * Generates such a scenario once more, and saves it.
   *
   * @param number of the case
   * @param why its first line says it
   * @return what to tell of it
   */
  static CaseDefect save(CampaignPlan plan, Target target, long number, String why) {
    String seed = plan.generation().name() + "/" + number;
    Path file = file(plan, target, number);
    String title = why.lines().findFirst().orElse("");
    write(
        file,
        target,
        seed,
        title,
        plan.generation().of(Vocabulary.of(target.variant())).at(number));
    return new CaseDefect(
        target.name(),
        seed,
        title + "; kept as " + FOLDER + "/" + file.getFileName(),
        why.substring(title.length()).strip());
  }

  private static Path file(CampaignPlan plan, Target target, long number) {
    return plan.folder()
        .resolve(FOLDER)
        .resolve(FindingFiles.stem(target.name()) + "-" + number + FindingFiles.SCENARIO);
  }

  private static void write(Path file, Target target, String seed, String why, Scenario scenario) {
    var lost =
        new ScenarioFile(
            why,
            Optional.of(target.asked()),
            Optional.empty(),
            Optional.of("it did not come back; who replays it may not, either"),
            Optional.of(seed),
            scenario);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, ScenarioWriter.write(lost));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot save the lost case " + file, failed);
    }
  }
}
