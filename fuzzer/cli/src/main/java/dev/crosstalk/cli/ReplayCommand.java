package dev.crosstalk.cli;

import dev.crosstalk.campaign.Rehearsal;
import dev.crosstalk.campaign.ScheduleSweep;
import dev.crosstalk.history.HistoryJson;
import dev.crosstalk.lab.Lab;
import dev.crosstalk.lab.Target;
import dev.crosstalk.lab.Worlds;
import dev.crosstalk.replay.FuzzerDefect;
import dev.crosstalk.report.ReplayScreen;
import dev.crosstalk.report.SweepScreen;
import dev.crosstalk.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code replay}: runs a saved scenario again, many times. */
@Command(
    name = "replay",
    sortOptions = false,
    description = "Runs a saved scenario again, and says in how many runs an invariant broke.")
final class ReplayCommand implements Callable<Integer> {
  private static final int RUNS_MAX = 1_000_000;
  private static final int SCHEDULES_MAX = 100_000;

  private final Console console;
  private final Home home;

  @Parameters(paramLabel = "FILE", description = "a scenario, as fuzz saves them: x.crosstalk")
  private Path file;

  @Option(
      names = "--driver",
      paramLabel = "NAME[@VERSION]/VARIANT",
      description =
          "what to replay against (default: the driver that the file names); "
              + DriverWord.VERSIONS)
  private Optional<String> driver = Optional.empty();

  @Option(
      names = ReleaseChoice.OPTION,
      paramLabel = ReleaseChoice.LABEL,
      description = ReleaseChoice.DESCRIPTION)
  private List<String> with = List.of();

  @Option(
      names = WorldChoice.OPTION,
      paramLabel = WorldChoice.LABEL,
      description = WorldChoice.DESCRIPTION)
  private Optional<String> world = Optional.empty();

  @Option(names = "--runs", paramLabel = "N", description = "1 to 1000000 (default: 10)")
  private String runs = "10";

  @Option(
      names = "--schedules",
      paramLabel = "N",
      description = "instead: once under each of N other schedules, 1 to 100000")
  private Optional<String> schedules = Optional.empty();

  @Option(
      names = "--save-history",
      paramLabel = "FILE",
      description = "where to write the history of the run that is shown, as JSON")
  private Optional<Path> saveHistory = Optional.empty();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "prints this")
  private boolean help;

  ReplayCommand(Console console, Home home) {
    this.console = console;
    this.home = home;
  }

  @Override
  public Integer call() {
    int times = (int) Numbers.parse("--runs", runs, 1, RUNS_MAX);
    saveHistory.ifPresent(ReplayCommand::requireWritable);
    ScenarioFile scenario = ScenarioInput.read(file);
    Target target = target(scenario);
    if (schedules.isPresent()) {
      return sweep(target, scenario).code();
    }
    console.tell("replaying " + file + " against " + target.name() + ", runs: " + times);
    List<Rehearsal.Run> done = run(target, scenario, times);
    console.out().print(ReplayScreen.of(file.toString(), scenario, done, console.terminal().ink()));
    console.out().flush();
    saveHistory.ifPresent(to -> save(ReplayScreen.telling(done), to));
    return ExitStatus.of(done).code();
  }

  private Target target(ScenarioFile scenario) {
    String where = driver.isPresent() ? "--driver" : file + ": header 'driver'";
    String word =
        driver
            .or(scenario::driver)
            .orElseThrow(
                () ->
                    new UsageException(
                        file.toString(),
                        "it names no driver",
                        "say which by --driver NAME/VARIANT; ./crosstalk drivers lists them"));
    return home.choice(console, with).target(where, word);
  }

  private ExitStatus sweep(Target target, ScenarioFile scenario) {
    int count = (int) Numbers.parse("--schedules", schedules.get(), 1, SCHEDULES_MAX);
    try (Worlds worlds = WorldChoice.of(world, List.of(target));
        Lab lab = worlds.lab(target)) {
      ScheduleSweep.Result result = ScheduleSweep.run(lab, scenario.scenario(), count);
      console
          .out()
          .print(SweepScreen.of(target.name(), lab.kind(), result, console.terminal().ink()));
      console.out().flush();
      result.telling().ifPresent(run -> saveHistory.ifPresent(to -> save(run, to)));
      return result.violating().isEmpty() ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }
  }

  private List<Rehearsal.Run> run(Target target, ScenarioFile scenario, int times) {
    try (Worlds worlds = WorldChoice.of(world, List.of(target));
        Lab lab = worlds.lab(target)) {
      return Rehearsal.run(lab, scenario.scenario(), times);
    } catch (FuzzerDefect ours) {
      throw new FuzzerDefect("while replaying " + file + ": " + ours.getMessage(), ours);
    }
  }

  private static void requireWritable(Path to) {
    Path folder = to.toAbsolutePath().getParent();
    if (Files.isDirectory(to) || folder == null || !Files.isWritable(folder)) {
      throw unwritable(to);
    }
  }

  private static void save(Rehearsal.Run run, Path to) {
    try {
      Files.writeString(to, HistoryJson.write(run.history()));
    } catch (IOException failed) {
      throw unwritable(to);
    }
  }

  private static UsageException unwritable(Path to) {
    return new UsageException(
        "--save-history", to + " cannot be written", "it takes a file in a folder that is there");
  }
}
